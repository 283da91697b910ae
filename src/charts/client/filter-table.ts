import { filled } from './live-file.ts';

/**
 * Lets a reader choose which rows of a table are shown: each control stands for
 * a column, and leaves the rows that show what it says in that column.
 */
export function filterable(table: HTMLTableElement, box: HTMLElement): void {
  const controls = [...box.querySelectorAll<HTMLSelectElement>('select[data-column]')];
  const said = box.querySelector('output');
  const body = table.tBodies[0];
  if (!body) return;
  const thousands = table.dataset['decimal'] === ',' ? '.' : ',';
  const written = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, thousands);
  const apply = (): void => {
    const wanted = controls.map(({ dataset, value }) => ({ column: Number(dataset['column']), value }));
    const shown = [...body.rows].filter((row) => {
      row.hidden = wanted.some(
        ({ column, value }) => value !== '' && row.cells[column]?.textContent?.trim() !== value,
      );
      return !row.hidden;
    });
    if (said)
      said.textContent = filled(said.dataset['shown'] ?? '', {
        shown: written(shown.length),
        count: written(body.rows.length),
      });
  };
  box.addEventListener('input', apply);
  // A reader can choose before the script is there, and a browser keeps what was chosen.
  apply();
}
