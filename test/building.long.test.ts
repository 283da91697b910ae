import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyFixture, digestOfFolder, edit, remove, run } from './sites.ts';

let site: string;
let out: string;

const build = (...options: string[]) => run('build', '--site', site, '--no-pdf', ...options);

beforeAll(async () => {
  site = await copyFixture();
  out = join(site, 'dist');
  const { code, output } = await build();
  if (code !== 0) throw new Error(output);
});
afterAll(() => remove(site));

test('where nothing has changed, it says so and leaves the site as it is', async () => {
  const before = await digestOfFolder(out);
  const { code, output } = await build();
  expect(code).toBe(0);
  expect(output).toContain('Nothing has changed');
  expect(await digestOfFolder(out)).toBe(before);
});

test('a site that somebody has changed by hand is built again', async () => {
  const before = await digestOfFolder(out);
  await edit(out, 'en/index.html', (html) => html.replace('<title>', '<title>Not '));
  const { output } = await build();
  expect(output).not.toContain('Nothing has changed');
  expect(await digestOfFolder(out)).toBe(before);
});

test('an edit of a text makes its brief and the lists anew, and says why', async () => {
  await edit(site, 'content/briefs/everything/en.mdx', (text) => `${text}\nOne sentence more.\n`);
  const { output } = await build('--explain');
  const explained = output.split('\n').filter((line) => line.endsWith(' changed'));
  expect(explained).toEqual([
    'lists: content/briefs/everything/en.mdx (text) changed',
    'briefs/everything: content/briefs/everything/en.mdx (text) changed',
  ]);
});

describe('in parts', () => {
  const parts = [1, 2, 3].map((part) => () => join(site, `part-${part}`));

  beforeAll(async () => {
    for (const [index, part] of parts.entries()) {
      const { code, output } = await build('--shard', `${index + 1}/3`, '--out', part());
      if (code !== 0) throw new Error(output);
    }
  });

  test('three that are joined are the site that is built at once, byte by byte', async () => {
    const merged = join(site, 'merged');
    const { code, output } = await build('--merge', '--out', merged, ...parts.map((part) => part()));
    expect(output).toContain('briefs in');
    expect(code).toBe(0);
    expect(await digestOfFolder(merged)).toBe(await digestOfFolder(out));
  });

  test('one that is missing is named', async () => {
    const { code, output } = await build('--merge', parts[0]?.() ?? '', parts[2]?.() ?? '');
    expect(code).toBe(1);
    expect(output).toContain('Of the 3 parts of the site, these are missing: 2.');
  });

  test('one of other sources is refused', async () => {
    await edit(site, 'content/briefs/everything/en.mdx', (text) => `${text}\nAnd another.\n`);
    const { code, output } = await build('--merge', ...parts.map((part) => part()));
    expect(code).toBe(1);
    expect(output).toMatch(/Part \d .* was built from other sources/);
  });

  test('a number that names no part is refused in words', async () => {
    const { code, output } = await build('--shard', '5/4');
    expect(code).toBe(1);
    expect(output).toContain('“5/4” names no part');
  });
});
