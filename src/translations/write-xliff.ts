import type { Brief } from '../briefs/index.ts';
import type { Language } from '../i18n/index.ts';
import { type Coded, type CodedMark, codedPassage, flat, isNeeded } from './codes.ts';
import { inOneLine, type Passage } from './passages.ts';
import { type PassageState, translationState } from './state.ts';
import { element, inText } from './xliff-text.ts';

/** What a mark shows on the page of a language, such as the number of a `<Stat>`; nothing where it shows no words. */
export type Shown = (mark: Pick<CodedMark, 'name' | 'attributes'>, language: Language) => string | undefined;

/**
 * A brief and its translation into one language as an XLIFF file, a unit for
 * each passage; of the stale ones alone, where that is asked. Components,
 * links, emphasis, code and footnotes are inline codes that a translator moves.
 * The skeleton holds the digest of each passage and of its translation.
 *
 * @see XLIFF 2.1, https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html
 */
export function writeXliff(
  brief: Brief,
  language: Language,
  { staleOnly = false, shown }: { staleOnly?: boolean; shown: Shown },
): string {
  const { translation, passages, stale } = translationState(brief, language);
  const chosen = staleOnly ? stale : passages;
  const languages = { from: brief.source.language, to: language };
  const reviewed = translation?.matter.state === 'reviewed';
  const units = chosen.map((each) => unitOf(each, { languages, reviewed, shown }));
  const skeleton = chosen.map(({ source, own }) => `${source.id} ${source.digest} ${own?.digest ?? '-'}`);
  const file = element(
    'file',
    { id: brief.slug, original: brief.source.file, canResegment: 'no', 'xml:space': 'preserve' },
    [element('skeleton', {}, skeleton.join(' ')), ...units],
  );
  const attributes = {
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    version: '2.1',
    srcLang: languages.from,
    trgLang: languages.to,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('xliff', attributes, [file])}\n`;
}

interface Setting {
  languages: { from: Language; to: Language };
  reviewed: boolean;
  shown: Shown;
}

function unitOf(passage: PassageState, { languages, reviewed, shown }: Setting): string {
  const { source, state } = passage;
  const coded = codedPassage(passage, languages);
  const isStale = state === 'changed' || state === 'new';
  const data = new Map<string, string>();
  const reference = (raw: string): string | undefined => {
    if (raw === '') return undefined;
    const id = data.get(raw) ?? `d${data.size + 1}`;
    data.set(raw, id);
    return id;
  };
  const written = (words: readonly Coded[], language: Language) =>
    wordsOf(words, { reference, shown: (mark) => shown(mark, language) });
  const sourceWords = written(coded.source, languages.from);
  const ownWords = coded.own && written(coded.own, languages.to);
  const numbers = flat(coded.source).flatMap((mark) => {
    const [there, here] = [shown(mark, languages.from), shown(mark, languages.to)];
    return there === undefined || here === undefined
      ? []
      : [`${mark.id}: ${there} (${languages.to}: ${here})`];
  });
  const notes = [
    element('note', { category: 'place' }, inText(placeOf(source))),
    ...(numbers.length > 0 ? [element('note', { category: 'numbers' }, inText(numbers.join('; ')))] : []),
    ...(state === 'changed' && ownWords !== undefined
      ? [element('note', { category: 'state' }, 'The source has changed since this was translated.')]
      : []),
  ];
  const original = [...data].map(([raw, id]) => element('data', { id }, inText(raw)));
  const segmentState = ownWords === undefined || isStale ? 'initial' : reviewed ? 'reviewed' : 'translated';
  return element('unit', { id: source.id }, [
    element('notes', {}, notes),
    ...(original.length > 0 ? [element('originalData', {}, original)] : []),
    element('segment', { state: segmentState, subState: isStale && ownWords ? 'sala:stale' : undefined }, [
      element('source', {}, sourceWords),
      ...(ownWords === undefined ? [] : [element('target', {}, ownWords)]),
    ]),
  ]);
}

function wordsOf(
  words: readonly Coded[],
  tools: {
    reference: (raw: string) => string | undefined;
    shown: (mark: CodedMark) => string | undefined;
  },
): string {
  return words
    .map((each) => {
      if (each.kind === 'text') return inText(each.text.replace(/\s+/g, ' '));
      const mark = each as CodedMark;
      const common = {
        id: mark.id,
        canCopy: 'no',
        canDelete: isNeeded(mark) ? 'no' : 'yes',
        ...(types[mark.kind] ?? {}),
      };
      if (!mark.inside)
        return element('ph', {
          ...common,
          dataRef: tools.reference(mark.open),
          disp: tools.shown(mark) ?? inOneLine(mark.open),
        });
      return element(
        'pc',
        {
          ...common,
          dataRefStart: tools.reference(mark.open),
          dataRefEnd: tools.reference(mark.close),
          dispStart: inOneLine(mark.open),
          dispEnd: mark.close,
        },
        wordsOf(mark.inside, tools) || ' ',
      );
    })
    .join('');
}

/** What kind of mark a translator's program shows. @see XLIFF 2.1, 4.3.1.35 type */
const types: Partial<Record<CodedMark['kind'], { type: string; subType?: string }>> = {
  emphasis: { type: 'fmt', subType: 'xlf:i' },
  strong: { type: 'fmt', subType: 'xlf:b' },
  break: { type: 'fmt', subType: 'xlf:lb' },
  delete: { type: 'fmt' },
  link: { type: 'link' },
  image: { type: 'image' },
  component: { type: 'other' },
  footnote: { type: 'other' },
  code: { type: 'other' },
};

/** Where a passage stands, in words for its translator. */
export function placeOf({ id, at, block }: Passage): string {
  if (!block) return places[id] ?? `Words of “${id.slice('words.'.length)}” (front matter)`;
  const inside = block.inside.filter((each) => !/^(list|table)$/.test(each));
  const surroundings =
    inside.length > 0 ? `, in ${inside.map((each) => containers[each] ?? each).join(', ')}` : '';
  const kind =
    block.kind === 'component' ? `Title or caption of ${block.source.match(/\w+/)?.[0]}` : kinds[block.kind];
  return `${kind}${surroundings} (line ${at.line})`;
}

const places: Record<string, string> = {
  title: 'Title of the brief',
  shortTitle: 'Short title, at most 60 characters, at the head of printed pages',
  summary: 'Summary, plain text',
};

const kinds: Record<string, string> = { heading: 'Heading', paragraph: 'Paragraph', cell: 'Cell of a table' };

const containers: Record<string, string> = {
  listItem: 'an item of a list',
  KeyMessages: 'the key messages',
  Recommendations: 'the recommendations',
  Callout: 'a box',
  blockquote: 'a quotation',
};
