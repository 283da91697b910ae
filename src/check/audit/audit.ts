import type { Brief } from '../../briefs/index.ts';
import type { Diagnostic } from '../../diagnostics/index.ts';
import type { Language } from '../../i18n/index.ts';
import { type Chart, makeLocale, type Site, type SiteFiles } from '../../site/index.ts';
import { type Passage, passagesOf } from '../texts.ts';
import { numbersByHand } from './by-hand.ts';
import { numbersFromData } from './from-data.ts';
import type { AuditedNumber } from './numbers.ts';

/** Every number of a brief with where it comes from, and what is wrong with them. */
export interface Audit {
  brief: string;
  numbers: readonly AuditedNumber[];
  /** Of the rules that look at numbers, in the files of the brief and of its charts. */
  findings: readonly Diagnostic[];
}

/** Those about numbers, and about what translations make of them. */
const rules = new Set(['number-by-hand', 'number-outdated', 'translation-figures', 'translation-components']);

/** Lists the numbers of a brief in some languages; expects the diagnostics of the whole site. */
export async function auditBrief(
  { site, files, diagnostics }: { site: Site; files: SiteFiles; diagnostics: readonly Diagnostic[] },
  brief: Brief,
  languages: readonly Language[],
): Promise<Audit> {
  const numbers: AuditedNumber[] = [];
  const read = new Set<string>();
  for (const language of languages) {
    const translation = brief.translations.get(language);
    const file = translation && files.texts.get(translation.file);
    if (!file) continue;
    read.add(file.path);
    const locale = makeLocale(site, language);
    const releases = [...brief.releases.values()];
    numbers.push(...numbersByHand(passagesOf(translation), { file, language, releases }));
    for (const use of translation.document.uses) {
      numbers.push(...(await numbersFromData(use, { site, brief, translation, locale })));
      const chart = use.name === 'Chart' ? site.charts.get(use.attributes.get('id') ?? '') : undefined;
      const words = chart && files.texts.get(`content/charts/${chart.id}/${language}.yaml`);
      if (!chart || !words) continue;
      read.add(words.path);
      const drawn = releases.filter(({ dataset }) => chart.source.datasets.includes(dataset));
      const passages = chartPassages(chart, language, words.text);
      const typed = numbersByHand(passages, { file: words, language, releases: drawn });
      numbers.push(...typed.map((each) => ({ ...each, figure: chart.id })));
    }
  }
  return {
    brief: brief.slug,
    numbers: inOrder(numbers),
    findings: diagnostics.filter(({ rule, file }) => rules.has(rule) && read.has(file)),
  };
}

/** The words of a chart as passages, each at its key. */
function chartPassages(chart: Chart, language: Language, text: string): Passage[] {
  const { title, subtitle, description, notes = [], words = {} } = chart.words.get(language) ?? {};
  const keyed = { title, subtitle, description, ...Object.fromEntries(notes.entries()), ...words };
  const lines = text.split('\n');
  return Object.entries(keyed).flatMap(([key, own]) => {
    if (own === undefined) return [];
    const line = lines.findIndex((each) =>
      each.trimStart().startsWith(/^\d/.test(key) ? 'notes:' : `${key}:`),
    );
    const at = { line: line + 1, column: 1 };
    return [{ at, pieces: [{ kind: 'text', text: own, at }] }];
  });
}

/** As they are read: a text from its beginning to its end, then the next language. */
const inOrder = (numbers: readonly AuditedNumber[]): AuditedNumber[] =>
  [...Map.groupBy(numbers, ({ file }) => file).values()].flatMap((own) =>
    own.toSorted((a, b) => a.line - b.line || a.column - b.column),
  );
