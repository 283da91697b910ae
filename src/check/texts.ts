import type { Block, Brief, Piece, Translation } from '../briefs/index.ts';
import type { Site } from '../site/index.ts';
import type { Found } from './rules/rule.ts';

/** The text of a brief in one language. */
export interface Text {
  brief: Brief;
  translation: Translation;
}

/** Every text of a site's briefs. */
export function* textsOf({ briefs }: Site): Generator<Text> {
  for (const brief of briefs)
    for (const translation of brief.translations.values()) yield { brief, translation };
}

/** Texts that are not the one that a brief was written in. */
export function* translationsOf(site: Site): Generator<Text> {
  for (const text of textsOf(site)) if (text.translation !== text.brief.source) yield text;
}

/** A finding at a passage or a piece of a text. */
export const foundAt = (
  { file }: Translation,
  { at }: Block | Piece | { at: { line: number; column: number } },
  message: string,
  hint: string,
): Found => ({ file, ...at, message, hint });

/** The words of a passage as readers see them, without what data put in. */
export const wordsOf = ({ pieces }: Block): string =>
  pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'component' ? '\ufffc' : ''))
    .join('');

/** Whether a passage has words of its own, or is only a tag. */
export const hasWords = ({ pieces }: Block): boolean =>
  pieces.some((piece) => piece.kind === 'text' && /\p{L}|\p{N}/u.test(piece.text));

/**
 * The passages of a source text beside those of a translation. Passages of one
 * kind in one place pair up in order; what has no partner is left out.
 */
export const pairs = (text: Text): [source: Block, own: Block][] =>
  partners(text).flatMap(({ block, own }): [Block, Block][] => (own ? [[block, own]] : []));

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
