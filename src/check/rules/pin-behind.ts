import { type Brief, findStat, type PlacedUse, statQuery, tableQuery } from '../../briefs/index.ts';
import { rowsOfMarks } from '../../charts/index.ts';
import { type Release, selectRows } from '../../datasets/index.ts';
import { quote } from '../../diagnostics/index.ts';
import type { Chart } from '../../site/index.ts';
import { placeOfText } from '../../source/index.ts';
import type { Rule } from './rule.ts';

export const pinBehind: Rule = {
  id: 'pin-behind',
  severity: 'info',
  holds: 'A brief quotes the newest release of its data.',
  why: 'A new release changes no published brief until an editor moves the pin in `brief.yaml`. This says which numbers and charts would change, so that it can be decided whether the text still holds. A brief that records what was known on its day may well stay where it is.',
  example: {
    file: 'data/people/1.0.0.json',
    find: '"changes": "First release."',
    put: '"changes": "A title was corrected."',
    as: 'data/people/1.0.1.json',
    says: 'Release 1.0.1 of “people” is newer than 1.0.0, which this brief quotes.',
  },
  *check({ briefs, datasets, charts }, { texts }) {
    for (const brief of briefs)
      for (const [id, pinned] of brief.releases) {
        const newest = datasets.get(id)?.newest;
        if (!newest || newest === pinned) continue;
        const file = `content/briefs/${brief.slug}/brief.yaml`;
        const changes = changesOf(brief, pinned, newest, charts);
        yield {
          file,
          ...placeOfText(texts.get(file), `${id}: ${pinned.version}`),
          message: `Release ${newest.version} of ${quote(id)} is newer than ${pinned.version}, which this brief quotes.`,
          hint:
            changes.length === 0
              ? `Nothing in the brief would change. To follow it, write “${id}: ${newest.version}”.`
              : `With “${id}: ${newest.version}” would change: ${changes.join('; ')}.`,
        };
      }
  },
};

/** What would change in a brief with another release: numbers from → to, charts and tables, in words. */
export function changesOf(
  brief: Brief,
  pinned: Release,
  newest: Release,
  charts: ReadonlyMap<string, Chart>,
): string[] {
  const { uses } = brief.source.document;
  const numbers = uses.flatMap(({ name, attributes, at }) => {
    if (name !== 'Stat' || attributes.get('data') !== pinned.dataset) return [];
    const [before, after] = [pinned, newest].map((release) => {
      const query = statQuery(attributes);
      const answer = findStat(query, release);
      if ('problem' in answer) return undefined;
      // Published values as they are; what is worked out from two, as far as readers see it.
      return query.compare ? Number(answer.found.value.toFixed(query.decimals ?? 2)) : answer.found.value;
    });
    if (before === after) return [];
    return `${before ?? 'nothing'} → ${after ?? 'no longer there'} in line ${at.line}`;
  });
  const figures = brief.figures.flatMap(({ id, kind, number }) => {
    const use = uses.find(({ name, attributes }) => name === 'DataTable' && attributes.get('id') === id);
    const shown = [pinned, newest].map((release) =>
      kind === 'figure' ? rowsInChart(charts.get(id), release) : use && rowsInTable(use, release),
    );
    return JSON.stringify(shown[0]) === JSON.stringify(shown[1]) ? [] : `${kind} ${number} (${id})`;
  });
  return [...new Set([...numbers, ...figures])];
}

const rowsInChart = (chart: Chart | undefined, { dataset, rows }: Release) =>
  chart &&
  rowsOfMarks(chart.source, (id) => (id === dataset ? rows : [])).filter((each) => each.dataset === dataset);

function rowsInTable({ attributes }: PlacedUse, release: Release) {
  const query = tableQuery(attributes);
  return query.dataset === release.dataset ? selectRows(release, query.selection) : [];
}
