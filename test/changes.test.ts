import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyFixture, edit, remove, run } from './sites.ts';

let folder: string;
const git = (...options: string[]) =>
  execFileSync('git', [
    '-C',
    folder,
    '-c',
    'user.name=A. Writer',
    '-c',
    'user.email=writer@example.org',
    ...options,
  ]);

beforeAll(async () => {
  folder = await copyFixture();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message=First');
});
afterAll(() => remove(folder));

test('says what a change does since a revision, as a comment and as data', async () => {
  await edit(folder, 'content/briefs/everything/brief.yaml', (text) =>
    text.replace('share: 1.0.0', 'share: 1.1.0'),
  );
  await edit(folder, 'content/briefs/everything/en.mdx', (text) =>
    text.replace('Test everything.', 'Test all of 12 things.'),
  );
  const comment = await run('check', '--site', folder, '--since', 'main');
  expect(comment.code).toBe(0);
  expect(comment.output).toContain('## What this change does');
  expect(comment.output).toContain('- everything, English: new 12');
  expect(comment.output).toContain('- everything, Lao: 1 passage');
  expect(comment.output).toContain('- Brief `everything`: changed (English, Lao, Arabic)');
  const data = await run('check', '--site', folder, '--since', 'HEAD', '--format', 'json');
  expect(JSON.parse(data.output)).toMatchObject({
    stale: [{ slug: 'everything', language: 'lo', passages: 1 }],
    typed: [{ slug: 'everything', language: 'en', gone: [], added: ['12'] }],
  });
});

test('a revision that is not there is named', async () => {
  const { code, output } = await run('check', '--site', folder, '--since', '--output=x');
  expect(code).toBe(2);
  expect(output).not.toContain('    at ');
  const absent = await run('check', '--site', folder, '--since', 'nowhere');
  expect(absent).toEqual({ code: 1, output: expect.stringContaining('There is no revision “nowhere”.') });
});
