import type { Block, Brief, Piece, Translation } from '../briefs/index.ts';
import { type Language, numbersIn, type WrittenNumber } from '../i18n/index.ts';
import type { Site } from '../site/index.ts';
import type { Found } from './rules/rule.ts';

/** The text of a brief in one language. */
export interface Text {
  brief: Brief;
  translation: Translation;
}

/** A passage of the body, or a text of the front matter. */
export type Passage = Pick<Block, 'at' | 'pieces'>;

/** Every text of a site's briefs. */
export function* textsOf({ briefs }: Site): Generator<Text> {
  for (const brief of briefs)
    for (const translation of brief.translations.values()) yield { brief, translation };
}

/** Texts that are not the one that a brief was written in. */
export function* translationsOf(site: Site): Generator<Text> {
  for (const text of textsOf(site)) if (text.translation !== text.brief.source) yield text;
}

/** Every piece of every text of a site's briefs. */
export function* piecesOf(site: Site): Generator<{ translation: Translation; piece: Piece }> {
  for (const { translation } of textsOf(site))
    for (const { pieces } of translation.document.blocks)
      for (const piece of pieces) yield { translation, piece };
}

/** A finding at a passage or a piece of a text. */
export const foundAt = (
  { file }: Translation,
  { at }: Pick<Piece, 'at'>,
  message: string,
  hint: string,
): Found => ({ file, ...at, message, hint });

/** The words of a passage as readers see them, without what data put in. */
export const wordsOf = ({ pieces }: Pick<Block, 'pieces'>): string =>
  pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'component' ? '\ufffc' : ''))
    .join('');

const numbers = new WeakMap<Piece, readonly WrittenNumber[]>();

/** The numbers of a piece of a text in a language; several rules ask for them. */
export function numbersOf(piece: Piece, language: Language): readonly WrittenNumber[] {
  const text = textOf(piece);
  if (text === undefined) return [];
  const known = numbers.get(piece) ?? numbersIn(text, language);
  numbers.set(piece, known);
  return known;
}

/** The words of a piece: those of the text, of a picture, of the title or caption of a component. */
export function textOf(piece: Piece): string | undefined {
  if (piece.kind === 'text' || piece.kind === 'image') return piece.text;
  if (piece.kind !== 'component') return undefined;
  return [...piece.attributes].find(([name]) => isWorded(name))?.[1];
}

/** Attributes that are words, and so differ from language to language. */
export const isWorded = (attribute: string): boolean => attribute === 'title' || attribute === 'caption';

/** Whether a passage has words of its own, or is only a tag. */
export const hasWords = ({ pieces }: Pick<Block, 'pieces'>): boolean =>
  pieces.some((piece) => piece.kind === 'text' && /\p{L}|\p{N}/u.test(piece.text));

/**
 * The passages of a source text beside those of a translation. Passages of one
 * kind in one place pair up in order, texts of the front matter by their keys;
 * what has no partner is left out.
 */
export function pairs(text: Text): [source: Passage, own: Passage][] {
  const matter = matterOf(text.translation);
  return [
    ...[...matterOf(text.brief.source)].flatMap(([key, from]): [Passage, Passage][] => {
      const own = matter.get(key);
      return own ? [[from, own]] : [];
    }),
    ...partners(text).flatMap(({ block, own }): [Passage, Passage][] => (own ? [[block, own]] : [])),
  ];
}

/** All passages of a text, those of the front matter first. */
export const passagesOf = (translation: Translation): Passage[] => [
  ...matterOf(translation).values(),
  ...translation.document.blocks,
];

/** The texts of the front matter that readers see, by their keys. */
function matterOf({ matter, matterAt }: Translation): Map<string, Passage> {
  const texts = [
    ...(['title', 'shortTitle', 'summary'] as const).map((key) => ({ path: [key], text: matter[key] })),
    ...Object.entries(matter.words).map(([id, text]) => ({ path: ['words', id], text })),
  ];
  return new Map(
    texts.flatMap(({ path, text }): [string, Passage][] => {
      const at = matterAt(path);
      return text === undefined ? [] : [[path.join('.'), { at, pieces: [{ kind: 'text', text, at }] }]];
    }),
  );
}

/** The passages of a source text that a translation does not have, each with the passage after which it should stand. */
export const unpaired = (text: Text): { block: Block; after: Block | undefined }[] =>
  partners(text).flatMap(({ block, own, after }) => (own ? [] : [{ block, after }]));

interface Partner {
  block: Block;
  own: Block | undefined;
  /** The last passage of the translation that was paired before. */
  after: Block | undefined;
}

const found = new WeakMap<Translation, Partner[]>();

function partners({ brief, translation }: Text): Partner[] {
  const known = found.get(translation);
  if (known) return known;
  const key = ({ kind, inside, pieces: [piece] }: Block) =>
    [
      kind,
      ...inside,
      ...(kind === 'component' && piece?.kind === 'component'
        ? [piece.name, piece.attributes.get('id')]
        : []),
    ].join(' ');
  const own = translation.document.blocks.map((block) => ({ block, key: key(block) }));
  let at = 0;
  const list = brief.source.document.blocks.map((block): Partner => {
    const wanted = key(block);
    const after = own[at - 1]?.block;
    const next = nextOf(own, at, wanted);
    if (next >= 0) at = next + 1;
    return { block, own: own[next]?.block, after };
  });
  found.set(translation, list);
  return list;
}

/** Where the next passage of a key stands; what is no heading is not looked for beyond the next heading. */
function nextOf(own: readonly { block: Block; key: string }[], from: number, wanted: string): number {
  for (let n = from; n < own.length; n += 1) {
    const each = own[n];
    if (each?.key === wanted) return n;
    if (each?.block.kind === 'heading' && !wanted.startsWith('heading')) return -1;
  }
  return -1;
}

/** What one list has and another has not, each as often as it is missing there. */
export function without<T>(list: readonly T[], other: readonly T[]): T[] {
  const left = [...other];
  return list.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
