import type { Topology } from './map/topology.ts';
import type { Draft } from './release.ts';

/** A release as it stands in its file: JSON, with one row, place or arc a line, so that a comparison of two files shows them. */
export function releaseText({ data, ...rest }: Draft): string {
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "data": ${Array.isArray(data) ? rowsText(data) : mapText(data)}\n}\n`;
}

function rowsText(data: readonly object[]): string {
  const rows = data.map((row) => {
    const cells = Object.entries(row).map(
      ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
    );
    return `    { ${cells.join(', ')} }`;
  });
  return `[\n${rows.join(',\n')}\n  ]`;
}

function mapText({ objects, arcs, ...rest }: Topology): string {
  const lines = (all: readonly unknown[], indent: string) =>
    all.map((each) => `${indent}${JSON.stringify(each)}`).join(',\n');
  const parts = Object.entries(objects).map(
    ([name, { type, geometries }]) =>
      `      ${JSON.stringify(name)}: {"type": ${JSON.stringify(type)}, "geometries": [\n${lines(geometries, '        ')}\n      ]}`,
  );
  const about = Object.entries(rest).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${about.join('')}    "objects": {\n${parts.join(',\n')}\n    },\n    "arcs": [\n${lines(arcs, '      ')}\n    ]\n  }`;
}
