import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Release } from '../datasets/index.ts';
import { isLanguage } from '../i18n/index.ts';
import { day } from './fields.ts';
import type { FrontMatter } from './front-matter.ts';

/** What makes a text another version, whose predecessor stays at its own address. */
const revisions = ['corrected', 'updated', 'data-updated'] as const;
/** What happens to the version that is there. */
const events = ['translated', 'withdrawn'] as const;

/** An entry of the history of a brief, as an editor writes it. Version 1 is published on the date of the brief, and has none. */
export const historyEntrySchema = z
  .strictObject({
    version: z.int().min(1).describe('The version that came, or that was translated or withdrawn.'),
    date: day.describe('The day on which it was published.'),
    kind: z.enum([...revisions, ...events]).describe('What happened.'),
    languages: z
      .array(z.string().refine(isLanguage, 'A language tag such as lo.'))
      .min(1)
      .describe('For translated: the languages that were added.')
      .optional(),
  })
  .refine(({ kind, languages }) => (kind === 'translated') === (languages !== undefined), {
    message: '“translated” names its “languages”, and nothing else does.',
    path: ['languages'],
  });

export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const isRevision = ({ kind }: Pick<HistoryEntry, 'kind'>): boolean =>
  revisions.some((each) => each === kind);

/** The present version by a history: 1, unless something came after. */
export const versionOf = (history: readonly HistoryEntry[]): number =>
  Math.max(1, ...history.map(({ version }) => version));

/** The id of the words that say what an entry changed; an entry that needs none has none. */
export const noteIdOf = (entry: HistoryEntry): string | undefined =>
  isRevision(entry) ? `version-${entry.version}` : entry.kind === 'withdrawn' ? entry.kind : undefined;

/** Words of a history belong to no version: they are written when the next one comes. */
const isNote = (id: string): boolean => /^version-\d+$|^withdrawn$/.test(id);

/**
 * Twelve hexadecimal digits that are others for every text that readers could
 * tell apart, and for the same text with other data: of SHA-256 over the title,
 * the summary, the words, the body without comments, and the digests of its
 * releases. White space and line ends do not count, so that it is the same on every machine.
 */
export function textDigest(
  { title, summary, words }: Pick<FrontMatter, 'title' | 'summary' | 'words'>,
  body: string,
  releases: Iterable<Pick<Release, 'dataset' | 'digest'>>,
): string {
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  const parts = [
    title,
    summary,
    ...Object.keys(words)
      .filter((id) => !isNote(id))
      .sort()
      .map((id) => `${id}: ${words[id]}`),
    body.replace(/\{\/\*[\s\S]*?\*\/\}/g, ''),
    ...[...releases].map(({ dataset, digest }) => `${dataset}@${digest}`).sort(),
  ];
  return createHash('sha256')
    .update(JSON.stringify(parts.map(inOneLine)))
    .digest('hex')
    .slice(0, 12);
}
