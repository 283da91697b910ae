import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { loadSite } from '../site/index.ts';
import { billOfMaterials } from './bill-of-materials.ts';

interface Component {
  'bom-ref': string;
  group?: string;
  name: string;
  version: string;
  scope: string;
  purl: string;
  licenses?: ({ license: { id: string } } | { expression: string })[];
  hashes?: { alg: string; content: string }[];
}

interface Bill {
  metadata: { timestamp?: string };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

const { site } = await loadSite(projectFolder);
if (!site) throw new Error('The repository does not load');
const made = {
  site,
  fonts: { files: new Map([['lao-400.0123abcd.woff2', new Uint8Array()]]) },
  scripts: { packages: ['d3-array', 'vega'] },
} as unknown as Parameters<typeof billOfMaterials>[0];

let files: ReadonlyMap<string, string>;
let bill: Bill;
beforeAll(async () => {
  files = await billOfMaterials(made);
  bill = JSON.parse(files.get('bom.json') ?? '') as Bill;
});
afterEach(() => {
  delete process.env['SOURCE_DATE_EPOCH'];
});

describe('bom.json', () => {
  test('lists every package that a build needs, once, with a digest, a licence and a standard name', async () => {
    const references = bill.components.map((each) => each['bom-ref']);
    expect(new Set(references).size).toBe(references.length);
    const { dependencies } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies))
      expect(references).toContain(`pkg:npm/${name.replace('@', '%40')}@${version}`);
    for (const { purl, hashes = [], licenses = [] } of bill.components) {
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*$/);
      for (const { content } of hashes) expect(content).toMatch(/^[0-9a-f]{128}$/);
      expect(licenses.length, purl).toBeLessThanOrEqual(1);
    }
  });

  test('says what each package needs, and names no package that is not there', () => {
    const known = new Set(bill.components.map((each) => each['bom-ref']));
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    for (const [ref, dependsOn] of needs)
      for (const each of [ref, ...dependsOn]) expect(known).toContain(each);
    const vega = bill.components.find(({ name, group }) => name === 'vega' && group === undefined);
    expect(needs.get(vega?.purl ?? '')?.some((each) => each.startsWith('pkg:npm/vega-view@'))).toBe(true);
  });

  test('tells what readers get from what only makes the site', () => {
    const scope = (group: string | undefined, name: string) =>
      bill.components.find((each) => each.name === name && each.group === group)?.scope;
    expect(scope(undefined, 'vega')).toBe('required');
    expect(scope('@fontsource', 'noto-sans-lao')).toBe('required');
    expect(scope('@fontsource', 'noto-sans-khmer')).toBe('excluded');
    expect(scope(undefined, 'astro')).toBe('excluded');
    // Tests are no part of a site.
    expect(scope(undefined, 'vitest')).toBeUndefined();
  });

  test('is the same each time, and has a date only when one is given', async () => {
    expect(await billOfMaterials(made)).toEqual(files);
    expect(bill.metadata.timestamp).toBeUndefined();
    process.env['SOURCE_DATE_EPOCH'] = '1774483200';
    const dated = JSON.parse((await billOfMaterials(made)).get('bom.json') ?? '') as Bill;
    expect(dated.metadata.timestamp).toBe('2026-03-26T00:00:00.000Z');
  });
});

test('licenses.txt has the licence of each package that readers get, and of the data', () => {
  const text = files.get('licenses.txt') ?? '';
  expect(text).toMatch(/^vega \d.*\(BSD-3-Clause\)\n\n/m);
  expect(text).toMatch(/^@fontsource\/noto-sans-lao .*\(OFL-1\.1\)\n\nCopyright/m);
  expect(text).toContain('SIL OPEN FONT LICENSE Version 1.1');
  expect(text).toMatch(/^mainland-south-east-asia 1\.0\.0: .*\n {2}from .*Natural Earth/m);
  expect(text).not.toContain('noto-sans-khmer');
});
