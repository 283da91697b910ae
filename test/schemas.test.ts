import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { schemaFiles } from '../src/site/index.ts';
import { filesUnder } from '../src/source/index.ts';
import { repository } from './sites.ts';

const folder = join(repository, 'schemas');

test('schemas/ is what the definitions give (npm run schemas)', async () => {
  const written = await readdir(folder);
  expect(written.sort()).toEqual([...schemaFiles().keys()].sort());
  for (const [name, text] of schemaFiles())
    expect(await readFile(join(folder, name), 'utf8'), name).toBe(text);
});

test('every YAML file of the site names its schema', async () => {
  const content = join(repository, 'content');
  for (const path of (await filesUnder(content)).filter((each) => each.endsWith('.yaml'))) {
    const [first = ''] = (await readFile(join(content, path), 'utf8')).split('\n');
    const named = /^# yaml-language-server: \$schema=(.+)$/.exec(first)?.[1] ?? '';
    const schema = relative(folder, resolve(dirname(join(content, path)), named));
    expect([...schemaFiles().keys()], path).toContain(schema);
  }
});
