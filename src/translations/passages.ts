import { createHash } from 'node:crypto';
import type { Block, Inline, Translation, Words } from '../briefs/index.ts';
import type { Position } from '../diagnostics/index.ts';
import { markdownOf } from './markdown.ts';

/** What is translated as one: a text of the front matter, or a passage of the body that has words. */
export interface Passage {
  /** As people type it: `title`, `words.ilo`, or the number of a passage in the body, from 1. */
  id: string;
  at: Position;
  inlines: readonly Inline[];
  /** Its words in one line; Markdown in the body, plain text in the front matter. */
  text: string;
  /** Eight hex digits of SHA-256 over the text; of a component, over its whole tag. */
  digest: string;
  /** Where it stands in the body; nothing in the front matter. */
  block: WordedBlock | undefined;
}

export type WordedBlock = Block & { words: Words };

/** The passages of a text, those of the front matter first. */
export function passagesOf({
  matter,
  matterAt,
  document,
}: Pick<Translation, 'matter' | 'matterAt' | 'document'>): Passage[] {
  const { title, shortTitle, summary, words } = matter;
  const texts = Object.entries({
    title,
    shortTitle,
    summary,
    ...Object.fromEntries(Object.entries(words).map(([id, text]) => [`words.${id}`, text])),
  }).flatMap(([id, text]): Passage[] =>
    text === undefined
      ? []
      : [
          {
            id,
            at: matterAt(id.split('.')),
            inlines: [{ kind: 'text', text }],
            text: inOneLine(text),
            digest: digestOf(text),
            block: undefined,
          },
        ],
  );
  const worded = document.blocks.filter((block): block is WordedBlock => block.words !== undefined);
  return [
    ...texts,
    ...worded.map((block, n): Passage => {
      const { inlines } = block.words;
      const component = block.kind === 'component';
      const text = inOneLine(component ? plainOf(inlines) : markdownOf(spoken(inlines)));
      return {
        id: String(n + 1),
        at: block.at,
        inlines,
        text,
        digest: digestOf(component ? block.source : text),
        block,
      };
    }),
  ];
}

/** Without comments, which readers never see. */
const spoken = (inlines: readonly Inline[]): Inline[] => inlines.filter(({ kind }) => kind !== 'comment');

/** The words alone, as a reader hears them. */
export const plainOf = (inlines: readonly Inline[]): string =>
  inlines.map((each) => (each.kind === 'text' ? each.text : plainOf(each.inside ?? []))).join('');

/** Words as they are compared: Markdown in the body, plain text in the front matter. */
export const writtenWords = (inlines: readonly Inline[], { block }: Pick<Passage, 'block'>): string =>
  inOneLine(block ? markdownOf(inlines) : plainOf(inlines));

export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const digestOf = (text: string): string =>
  createHash('sha256').update(inOneLine(text)).digest('hex').slice(0, 8);
