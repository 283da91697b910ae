import { type Brief, type Inline, splitFrontMatter } from '../briefs/index.ts';
import type { SourceFile } from '../source/index.ts';
import { attributeOf, markdownOf } from './markdown.ts';
import { newMatter, setMatter } from './matter.ts';
import { inOneLine, type Passage, plainOf, type WordedBlock } from './passages.ts';
import type { TranslationState } from './state.ts';

/** A part of a text that another takes the place of, in UTF-16 units. */
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * A translation with new words for some passages, by their ids; every other
 * byte stays, unless it is `rebuilt`. Where the source has other passages than the translation, or
 * there is none yet, the body is made from the source's, which needs words for all.
 */
export function composeTranslation(
  brief: Brief,
  { translation, passages, gone }: TranslationState,
  words: ReadonlyMap<string, readonly Inline[]>,
  {
    sourceFile,
    ownFile,
    matter = {},
  }: {
    sourceFile: SourceFile;
    ownFile: SourceFile | undefined;
    /** Facts of the front matter that are set besides. */
    matter?: Readonly<Record<string, string>>;
  },
): { text: string; rebuilt: boolean } {
  const texts = new Map(
    passages.flatMap(({ source: { id, block } }) => {
      const own = words.get(id);
      return own && !block ? [[id, inOneLine(plainOf(own))] as const] : [];
    }),
  );
  for (const [key, value] of Object.entries(matter)) texts.set(key, value);
  const bodies = passages.filter(({ source }) => source.block);
  const inPlace =
    translation &&
    ownFile &&
    gone.length === 0 &&
    bodies.every(({ own, state }) => own && (state === 'current' || state === 'changed')) &&
    skeletonOf(translation.document.blocks) === skeletonOf(brief.source.document.blocks);
  if (inPlace) {
    const edits = bodies.flatMap(({ source, own }) => {
      const given = words.get(source.id);
      return given && own ? [replace(own, source, given)] : [];
    });
    return { text: setMatter(applied(ownFile.text, edits), texts), rebuilt: false };
  }
  const edits = bodies.map(({ source, own }) => {
    const given = words.get(source.id) ?? own?.inlines;
    if (!given) throw new Error(`No words for passage ${source.id}`);
    return replace(source, source, given);
  });
  const { body } = splitFrontMatter(applied(sourceFile.text, edits)) ?? { body: '' };
  if (!ownFile) return { text: newMatter(texts) + body, rebuilt: true };
  const own = splitFrontMatter(ownFile.text)?.body ?? '';
  const head = ownFile.text.slice(0, ownFile.text.length - own.length);
  return { text: setMatter(head + body, texts), rebuilt: true };
}

/** What takes the place of a passage: its words; of a component, the tag of the source with the words. */
function replace({ block: place }: Passage, { block: source }: Passage, inlines: readonly Inline[]): Edit {
  if (!place || !source) throw new Error('A text of the front matter has no place in the body');
  if (source.kind !== 'component')
    return {
      start: place.words.start,
      end: place.words.end,
      text: inOneLineButBreaks(markdownOf(inlines, { cell: source.kind === 'cell' })),
    };
  return { start: place.start, end: place.end, text: tagWith(source, inOneLine(plainOf(inlines))) };
}

const tagWith = ({ source, start, words }: WordedBlock, text: string): string =>
  source.slice(0, words.start - start) + attributeOf(text) + source.slice(words.end - start);

const inOneLineButBreaks = (markdown: string): string =>
  markdown.replace(/(?<!\\| {2})\s*\n\s*/g, ' ').trim();

/** What a text is but for its words: the kinds of its passages in order, and the tags that have no words. */
const skeletonOf = (blocks: Brief['source']['document']['blocks']): string =>
  blocks
    .map(({ kind, inside, words, source }) => [kind, ...inside, words ? '' : inOneLine(source)].join(' '))
    .join('\n');

const applied = (text: string, edits: readonly Edit[]): string =>
  [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, { start, end, text: own }) => whole.slice(0, start) + own + whole.slice(end), text);
