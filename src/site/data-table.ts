import type { TableQuery } from '../briefs/index.ts';
import {
  type Cell,
  keyOf,
  type LocalizedDataset,
  selectRows,
  valuesOf,
  writeTrace,
} from '../datasets/index.ts';

/** A table in the words of a language. The first cell of each row is its head. */
export interface Grid {
  /** Where its numbers come from; its columns and rows add to it, see writeTrace(). */
  from?: string | undefined;
  columns: readonly { title: string; numeric: boolean; from?: string | undefined }[];
  rows: readonly { cells: readonly string[]; from?: string | undefined }[];
}

/**
 * The table that a `<DataTable>` asks for: with columns, one measure crossed by
 * two fields; without, a column for each measure, or for the one that is named.
 */
export function dataGrid(query: TableQuery, data: LocalizedDataset, measure: string): Grid {
  const rows = selectRows(data, query.selection);
  const head = data.field(query.rows);
  const value = data.field(measure);
  const title = head?.title ?? query.rows;
  const show = (field: typeof head, cell: Cell | undefined) => field?.show(cell) ?? String(cell ?? '');
  const { columns: across } = query;
  const { id, version, primaryKey } = data;
  const about = { dataset: id, version, field: measure };
  if (across === undefined) {
    const unit = value?.unit ? `${value.title} (${value.unit})` : (value?.title ?? measure);
    return {
      from: writeTrace(about),
      columns: [
        { title, numeric: false },
        { title: unit, numeric: true },
      ],
      rows: rows.map((row) => ({
        from: writeTrace({ row: keyOf(row, primaryKey) }),
        cells: [show(head, row[query.rows]), show(value, row[measure])],
      })),
    };
  }
  const columnField = data.field(across);
  const columnValues = ordered(query, across, valuesOf(rows, across));
  const cellOf = (rowValue: string, columnValue: string) =>
    rows.find((row) => String(row[query.rows]) === rowValue && String(row[across]) === columnValue)?.[
      measure
    ];
  // What all its rows have in common, besides what columns and rows say.
  const common = primaryKey.filter(
    (name) => name !== query.rows && name !== across && valuesOf(rows, name).length === 1,
  );
  return {
    from: writeTrace({ ...about, row: keyOf(rows[0], common) }),
    columns: [
      { title, numeric: false },
      ...columnValues.map((each) => ({
        title: show(columnField, each),
        numeric: true,
        from: writeTrace({ row: new Map([[across, each]]) }),
      })),
    ],
    rows: ordered(query, query.rows, valuesOf(rows, query.rows)).map((each) => ({
      from: writeTrace({ row: new Map([[query.rows, each]]) }),
      cells: [show(head, each), ...columnValues.map((column) => show(value, cellOf(each, column)))],
    })),
  };
}

/** In the order in which the editor listed them, else as they stand in the release. */
const ordered = ({ selection }: TableQuery, field: string, values: readonly string[]): string[] => {
  const listed = selection.get(field);
  return listed ? listed.filter((each) => values.includes(each)) : [...values];
};
