import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish, recover, stagingOf } from './publish.ts';

let folder: string;
let out: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sala-publish-'));
  out = join(folder, 'dist');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string) => {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'index.html'), content);
};

/** The number of a process that has ended. */
const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

/** What is there, besides what the build of this process has there. */
const there = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name, 'index.html'), 'utf8')]),
  );

// In the order in which a build goes through them.
test.each<[moment: string, left: Record<string, string>, site: string | undefined]>([
  ['while the site was made', { dist: 'old', staging: 'half' }, 'old'],
  ['while the first site was made', { staging: 'half' }, undefined],
  ['when the site was verified', { dist: 'old', ready: 'new' }, 'old'],
  ['when the first site was verified', { ready: 'new' }, 'new'],
  ['between the old site and the new one', { ready: 'new', old: 'old' }, 'new'],
  ['when the new site had its place', { dist: 'new', old: 'old' }, 'new'],
])('a build that was killed %s leaves a whole site and nothing else', (_, left, site) => {
  const id = ended();
  const names: Record<string, string> = {
    staging: `.dist-${id}`,
    ready: `.dist-${id}.ready`,
    old: `.dist-${id}.old`,
  };
  for (const [name, content] of Object.entries(left)) put(names[name] ?? name, content);
  recover(out);
  expect(there()).toEqual(site === undefined ? {} : { dist: site });
});

test('what two killed builds have left is cleared away', () => {
  const [one, other] = [ended(), ended()];
  put(`.dist-${one}`, 'half');
  put(`.dist-${other}.ready`, 'new');
  put(`.dist-${other}.old`, 'old');
  recover(out);
  expect(there()).toEqual({ dist: 'new' });
});

test('builds that run, and folders of other names, are left alone', async () => {
  const running: ChildProcess = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
  try {
    put('dist', 'old');
    put(`.dist-${running.pid}`, 'half');
    put('.dist-notes', 'mine');
    put('.dist2-1', 'mine');
    const before = there();
    recover(out);
    expect(there()).toEqual(before);
  } finally {
    running.kill('SIGKILL');
  }
});

test('a finished site takes the place of the last one, which goes', () => {
  put('dist', 'old');
  mkdirSync(stagingOf(out));
  writeFileSync(join(stagingOf(out), 'index.html'), 'new');
  publish(out);
  expect(there()).toEqual({ dist: 'new' });
  expect(existsSync(stagingOf(out))).toBe(false);
});
