import type { Draft } from './release.ts';

/** A release as it stands in its file: JSON, with one row a line, so that a comparison of two files shows rows. */
export function releaseText({ data, ...rest }: Draft): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  const rows = data.map((row) => {
    const cells = Object.entries(row).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    return `    { ${cells.join(', ')} }`;
  });
  return `${head},\n  "data": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
