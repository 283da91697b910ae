import type { Brief, PlacedUse, Translation } from '../../briefs/index.ts';
import { findStat, measureOf, statQuery, tableQuery } from '../../briefs/index.ts';
import { chartTables } from '../../charts/index.ts';
import { type Release, readTrace, selectRows } from '../../datasets/index.ts';
import { type Language, numbersIn } from '../../i18n/index.ts';
import { dataGrid, type Grid, type Locale, type Site, shownStat } from '../../site/index.ts';
import { rounded } from '../values.ts';
import type { AuditedNumber, FromData } from './numbers.ts';

interface Audited {
  site: Site;
  brief: Brief;
  translation: Translation;
  locale: Locale;
}

/** The numbers that a tag of a text takes from data: of a `<Stat>`, or of each cell of a table or chart. */
export async function numbersFromData(use: PlacedUse, audited: Audited): Promise<AuditedNumber[]> {
  const { translation } = audited;
  const place = { language: translation.language, file: translation.file, ...use.at };
  if (use.name === 'Stat') {
    const { text, ...source } = statOf(use, audited);
    return [{ ...place, text, source }];
  }
  const figure = use.attributes.get('id') ?? '';
  const grids =
    use.name === 'Chart'
      ? await chartGrids(figure, audited)
      : use.name === 'DataTable'
        ? tableGrids(use, audited)
        : [];
  return grids.flatMap((grid) =>
    cellsOf(grid, audited).map(({ text, ...source }) => ({ ...place, text, figure, source })),
  );
}

type Shown = FromData & { text: string };

function statOf({ attributes }: PlacedUse, { site, brief, locale }: Audited): Shown {
  const query = statQuery(attributes);
  const dataset = site.datasets.get(query.dataset);
  const release = brief.releases.get(query.dataset);
  const answer = release && findStat(query, release);
  // Only a site without errors is audited, so that a number is always found.
  if (!dataset || !release || !answer || 'problem' in answer)
    throw new Error(`No number for ${query.dataset}`);
  const shown = shownStat(query, answer.found, locale.dataset(dataset, release), locale);
  return recomputed(shown, [release], locale.language);
}

function tableGrids({ attributes }: PlacedUse, { site, brief, locale }: Audited): Grid[] {
  const query = tableQuery(attributes);
  const dataset = site.datasets.get(query.dataset);
  const release = brief.releases.get(query.dataset);
  const measure = release && measureOf(release, query.field);
  if (!dataset || !release || !measure || 'problem' in measure) return [];
  return [dataGrid(query, locale.dataset(dataset, release), measure.found)];
}

async function chartGrids(id: string, { site, brief, locale }: Audited): Promise<readonly Grid[]> {
  const chart = site.charts.get(id);
  if (!chart) return [];
  const data = chart.source.datasets.flatMap((name) => {
    const dataset = site.datasets.get(name);
    return dataset
      ? [[name, locale.dataset(dataset, brief.releases.get(name) ?? dataset.newest)] as const]
      : [];
  });
  return chartTables({ chart: chart.source, data: new Map(data) });
}

/** The cells of a table that hold numbers; “–” stands where there is none. */
function cellsOf({ from, columns, rows }: Grid, { site, brief, locale }: Audited): Shown[] {
  const [name = ''] = from?.split('/') ?? [];
  const dataset = site.datasets.get(name);
  const release = brief.releases.get(name) ?? dataset?.newest;
  if (!release) return [];
  return rows.flatMap((row) =>
    row.cells.flatMap((text, n) => {
      const column = columns[n];
      if (!column?.numeric || text === '–') return [];
      const parts = [from, column.from, row.from].filter((part) => part !== undefined);
      return [recomputed({ text, from: parts.join(' '), compare: undefined }, [release], locale.language)];
    }),
  );
}

/**
 * Looks a number up again by its trace alone, and reads what the page shows of
 * it back into digits: so neither the tag nor the format is taken on trust.
 */
export function recomputed(
  { text, from, compare }: { text: string; from: string; compare: string | undefined },
  releases: readonly Release[],
  language: Language,
): Shown {
  const { dataset = '', version = '', row = new Map(), field = '' } = readTrace(from);
  const [how = '', ...other] = compare?.split(' ') ?? [];
  const second = readTrace(...other).row ?? new Map();
  const source: Shown = {
    text,
    from: 'data',
    dataset,
    version,
    row: Object.fromEntries(row),
    field,
    ...(compare === undefined ? {} : { compare: { how, row: Object.fromEntries(second) } }),
  };
  const release = releases.find((each) => each.dataset === dataset && each.version === version);
  const values = [row, ...(compare === undefined ? [] : [second])].map((key) => {
    const found = release
      ? selectRows(release, new Map([...key].map(([name, value]) => [name, [value]])))
      : [];
    const value = found[0]?.[field];
    return found.length === 1 && typeof value === 'number' ? value : undefined;
  });
  const [first, than] = values;
  if (values.includes(undefined) || first === undefined)
    return { ...source, problem: 'The release has no single row with this key and a number in it.' };
  const value = than === undefined ? first : compared(how, first, than);
  return isShownAs(text, value, language)
    ? { ...source, value }
    : { ...source, value, problem: `The release gives ${value}, and the page shows ${text}.` };
}

const compared = (how: string, first: number, second: number): number => {
  if (how === 'ratio') return first / second;
  if (how === 'change') return ((first - second) / Math.abs(second)) * 100;
  return how === 'difference' ? first - second : Math.abs(first - second);
};

/** Whether a text is a value, rounded to as many decimals as it has. */
function isShownAs(text: string, value: number, language: Language): boolean {
  const [number] = numbersIn(text, language);
  const sign = /[-−]/u.test(text) ? -1 : 1;
  return (
    number?.readings.some((reading) => {
      const decimals = reading.split('.')[1]?.length ?? 0;
      return Number(rounded(value, decimals)) === sign * Number(reading);
    }) ?? false
  );
}
