import type { Diagnostic } from '../diagnostics/index.ts';
import { type Language, languageName } from '../i18n/index.ts';
import type { Changes, PageChange } from './changes.ts';

/** The length of a PDF, by the brief and the language. */
export interface PageCount {
  slug: string;
  language: Language;
  pages: number;
}

/** What a change does, as a comment under a pull request (Markdown). */
export function describeChanges(
  { pages, numbers, typed, stale, releases }: Changes,
  { diagnostics, pageCounts = [] }: { diagnostics: readonly Diagnostic[]; pageCounts?: readonly PageCount[] },
): string {
  const names = (languages: readonly Language[]) =>
    languages.map((each) => languageName(each, 'en')).join(', ');
  const sections = [
    section(
      'Releases of data',
      releases.map(
        ({ dataset, version, changed, added, gone }) =>
          `\`${dataset}\` ${version}: ${count(changed, 'changed row')}, ${count(added, 'new row')}${gone > 0 ? `, ${count(gone, 'row')} gone` : ''}`,
      ),
    ),
    numbers.length === 0
      ? ''
      : [
          '### Numbers that change',
          '',
          '| brief | number | language | before | after |',
          '| --- | --- | --- | --- | --- |',
          ...numbers.flatMap(({ slug, stat, shown }) =>
            shown.map(
              ({ language, before, after }) =>
                `| ${slug} | \`${stat.replaceAll('|', '\\|')}\` | ${names([language])} | ${before} | **${after}** |`,
            ),
          ),
        ].join('\n'),
    section(
      'Numbers written by hand that change',
      typed.map(
        ({ slug, language, gone, added }) =>
          `${slug}, ${names([language])}: ${[gone.length > 0 ? `gone ${gone.join(', ')}` : '', added.length > 0 ? `new ${added.join(', ')}` : ''].filter((part) => part !== '').join('; ')}`,
      ),
    ),
    section(
      'Translations that fall behind',
      stale.map(
        ({ slug, language, passages }) => `${slug}, ${names([language])}: ${count(passages, 'passage')}`,
      ),
    ),
    section(
      'Pages',
      pages.map((page) => pageLine(page, names)),
    ),
    section(
      'PDFs',
      Object.entries(Object.groupBy(pageCounts, ({ slug }) => slug)).map(
        ([slug, all = []]) =>
          `${slug}: ${all.map((each) => `${names([each.language])} ${each.pages}`).join(', ')} pages`,
      ),
    ),
  ].filter((part) => part !== '');
  return [
    '## What this change does',
    '',
    found(diagnostics),
    '',
    ...(sections.length > 0 ? [sections.join('\n\n')] : ['No page changes.']),
  ].join('\n');
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n');

const kinds = { brief: 'Brief', chart: 'Chart', dataset: 'Data set' };

const pageLine = (
  { kind, id, change, languages }: PageChange,
  names: (languages: readonly Language[]) => string,
): string => `${kinds[kind]} \`${id}\`: ${change}${change === 'changed' ? ` (${names(languages)})` : ''}`;

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function found(diagnostics: readonly Diagnostic[]): string {
  const of = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
  return of('error') + of('warning') === 0
    ? '`check` finds no problem.'
    : `\`check\` finds ${count(of('error'), 'error')} and ${count(of('warning'), 'warning')}.`;
}
