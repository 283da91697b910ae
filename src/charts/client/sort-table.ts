/** Lets a reader sort a table by its columns: each head becomes a button that looks as it did. */
export function sortable(table: HTMLTableElement): void {
  const heads = [...table.querySelectorAll<HTMLTableCellElement>('thead th')];
  const body = table.tBodies[0];
  if (!body || body.rows.length < 2 || heads.some(({ colSpan, rowSpan }) => colSpan > 1 || rowSpan > 1))
    return;
  const decimal = table.dataset['decimal'] ?? '.';
  const language = table.lang || document.documentElement.lang;
  const asPublished = [...body.rows];

  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const next = orderAfter[head.ariaSort ?? 'none'] ?? 'ascending';
      for (const each of heads) each.ariaSort = null;
      if (next !== 'none') head.ariaSort = next;
      body.append(...(next === 'none' ? asPublished : sorted(asPublished, column, next, decimal, language)));
    });
  }
}

const orderAfter: Readonly<Record<string, 'ascending' | 'descending' | 'none'>> = {
  none: 'ascending',
  ascending: 'descending',
  descending: 'none',
};

/** Numbers by value, all else by the rules of the language; cells without a value always last. */
export function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: 'ascending' | 'descending',
  decimal: string,
  language: string,
): HTMLTableRowElement[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row.cells[column]?.textContent ?? '', decimal) }));
  const { compare } = new Intl.Collator(language, { numeric: true });
  const sign = order === 'ascending' ? 1 : -1;
  const isEmpty = (key: number | string) => key === '';
  return keyed
    .sort((a, b) => {
      if (isEmpty(a.key) || isEmpty(b.key)) return Number(isEmpty(a.key)) - Number(isEmpty(b.key));
      if (typeof a.key === 'number' && typeof b.key === 'number') return sign * (a.key - b.key);
      return sign * compare(String(a.key), String(b.key));
    })
    .map(({ row }) => row);
}

/** A cell as a number, where it is one in the page's own writing: `1.234,5` with the decimal mark “,”. */
function keyOf(text: string, decimal: string): number | string {
  const plain = text.trim();
  if (plain === '–') return '';
  const thousands = decimal === ',' ? /[.\s\u00a0\u202f]/g : /[,\s\u00a0\u202f]/g;
  const number = plain.replace(thousands, '').replace(decimal, '.').replace('−', '-').replace(/%$/, '');
  return number !== '' && Number.isFinite(Number(number)) ? Number(number) : plain;
}
