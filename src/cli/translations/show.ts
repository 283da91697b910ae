import type { Brief } from '../../briefs/index.ts';
import {
  type Change,
  changesOf,
  type PassageState,
  placeOf,
  translationState,
} from '../../translations/index.ts';
import type { Command } from '../arguments.ts';
import { counted } from '../data/columns.ts';
import { earlierPassages } from './earlier-passages.ts';
import { findTranslation, oneTranslation, readSite } from './find-translation.ts';

export const show: Command = {
  name: 'show',
  does: 'Shows what is stale in a translation: the source with what changed, and the translation under it.',
  takes: oneTranslation,
  options: {},
  async run({ site: folder, taken }) {
    const { site } = await readSite(folder);
    const { brief, language } = findTranslation(site, taken[0], taken[1]);
    const { translation, passages, stale, gone, behind } = translationState(brief, language);
    if (!translation) {
      console.log(
        `${brief.slug} is not written in ${language}. For a translator: npm run translations -- export ${brief.slug} ${language}`,
      );
      return 0;
    }
    if (!translation.record) {
      console.log(
        `It is not recorded which state of ${brief.source.file} ${translation.file} was made from.\nWhen both say the same: npm run translations -- accept ${brief.slug} ${language}`,
      );
      return 0;
    }
    const wanted = new Set(stale.flatMap(({ from }) => from ?? []));
    const before = await earlierPassages(site.folder, brief.source, wanted);
    const moved = passages.filter(({ state }) => state === 'moved');
    const parts = [
      ...stale.map((each) => passageText(each, brief, language, before)),
      ...moved.map(
        ({ source }) =>
          `${source.id}  moved  ${placeOf(source)}\n  The words are the same; the place is not.`,
      ),
      ...gone.map(
        ({ own }) =>
          `gone  The source has this passage no more${own ? ` (${translation.file}:${own.at.line})\n${line(language, own.text)}` : '.'}`,
      ),
    ];
    const sum =
      behind === 0
        ? `${translation.file} says what ${brief.source.file} says.`
        : `${counted(behind, 'passage')} changed since ${translation.record.date}. When the translation says it too: npm run translations -- accept ${brief.slug} ${language}`;
    console.log([...parts, sum].join('\n\n'));
    return 0;
  },
};

function passageText(
  { source, own, state, from }: PassageState,
  brief: Brief,
  language: string,
  before: ReadonlyMap<string, string>,
): string {
  const old = from === undefined ? undefined : before.get(from);
  const its = brief.source.language;
  const words = old === undefined ? source.text : changesOf(old, source.text, its).map(marked).join('');
  return [
    `${source.id}  ${state}  ${placeOf(source)}${own ? `, there in line ${own.at.line}` : ''}`,
    line(its, words),
    own
      ? line(language, own.text)
      : `  ${language}  ${state === 'new' ? 'still to be written' : 'not found: its passages are not those of the source'}`,
    ...(state === 'changed' && old === undefined
      ? ['  What stood there before is not in the history of this folder.']
      : []),
  ].join('\n');
}

const line = (language: string, text: string): string => `  ${language}  ${text}`;

/** As Git marks words: [-gone-]{+new+}. */
function marked({ kind, text }: Change): string {
  const [, words = '', space = ''] = /^(.*?)(\s*)$/s.exec(text) ?? [];
  if (kind === 'same' || words === '') return text;
  return kind === 'added' ? `{+${words}+}${space}` : `[-${words}-]${space}`;
}
