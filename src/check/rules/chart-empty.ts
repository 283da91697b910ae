import { rowsOfMarks } from '../../charts/index.ts';
import { quote } from '../../diagnostics/index.ts';
import type { Rule } from './rule.ts';

export const chartEmpty: Rule = {
  id: 'chart-empty',
  severity: 'error',
  holds: 'Every mark of a chart has rows to draw.',
  why: 'A filter that lets no row pass leaves an empty picture, which looks like a fault to readers. Most often a code, a year or a name in the filter is not spelt as in the data.',
  example: {
    file: 'content/charts/lines/chart.vl.json',
    find: 'datum.year === 2021',
    put: 'datum.year === 2031',
    says: 'No row of “share” passes the filters before this mark.',
  },
  *check({ charts, datasets }) {
    for (const { source } of charts.values())
      for (const { dataset, rows, path } of rowsOfMarks(source, (id) => datasets.get(id)?.newest.rows))
        if (rows.length === 0)
          yield {
            file: source.file.path,
            ...source.at(path),
            message: `No row of ${quote(dataset)} passes the filters before this mark.`,
            hint: 'Compare the values in the filter with those of the data set.',
          };
  },
};
