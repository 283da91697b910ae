import type { SourceRecord } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import type { Passage } from './passages.ts';
import { pairsOf } from './state.ts';

/** The file that says which state of the source a translation was made from. */
export const recordFile = (slug: string, language: Language): string =>
  `content/briefs/${slug}/${language}.source.yaml`;

/**
 * The record after some passages were brought up to date: those with the given
 * ids, or all. The day is taken over once nothing is stale any more.
 */
export function acceptPassages(
  source: readonly Passage[],
  record: SourceRecord | undefined,
  { ids, day }: { ids: ReadonlySet<string> | 'all'; day: string },
): SourceRecord {
  const texts = source.filter(({ block }) => !block);
  const blocks = source.filter(({ block }) => block);
  const whole: SourceRecord = {
    date: day,
    matter: Object.fromEntries(texts.map(({ id, digest }) => [id, digest])),
    text: blocks.map(({ digest }) => digest),
  };
  if (ids === 'all') return whole;
  const before = record ?? { date: day, matter: {}, text: [] };
  const matter = Object.fromEntries(
    texts.flatMap(({ id, digest }) => {
      const known = ids.has(id) ? digest : before.matter[id];
      return known === undefined ? [] : [[id, known] as const];
    }),
  );
  const text = pairsOf(blocks, before).flatMap(({ recorded, today }) => {
    const passage = today === undefined ? undefined : blocks[today];
    if (passage && ids.has(passage.id)) return [passage.digest];
    return recorded === undefined ? [] : (before.text[recorded] ?? []);
  });
  const done = JSON.stringify([matter, text]) === JSON.stringify([whole.matter, whole.text]);
  return { date: done ? day : before.date, matter, text };
}

/** The record as a file, a line for each passage, so that Git merges what two people accepted. */
export const recordText = ({ date, matter, text }: SourceRecord): string =>
  [
    '# yaml-language-server: $schema=../../../schemas/brief-source.json',
    '# Which state of the source this translation was made from; written by “npm run translations”.',
    `date: ${date}`,
    'matter:',
    ...Object.entries(matter).map(([id, digest]) => `  ${id}: "${digest}"`),
    'text:',
    ...text.map((digest) => `  - "${digest}"`),
    '',
  ].join('\n');
