import { beforeAll, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { readSiteFiles, type SiteFiles } from '../site/index.ts';
import { checkFiles } from './index.ts';
import { mutations } from './testing.ts';

/** The repository's own content, with one of its briefs. */
let files: SiteFiles;
beforeAll(async () => {
  const all = await readSiteFiles(projectFolder);
  const kept = [...all.texts].filter(
    ([path]) => !path.startsWith('content/briefs/') || path.includes('/vangvieng-workshop-2025/'),
  );
  files = { ...all, texts: new Map(kept) };
});

const shown = ({
  rule,
  file,
  line,
  message,
}: {
  rule: string;
  file: string;
  line: number;
  message: string;
}) => `${file}:${line} ${rule} ${message}`;

test('every mistake is found in its file and its line, and none ends in an exception', () => {
  const usual = new Set(checkFiles(files).map(({ rule, file, message }) => `${rule} ${file} ${message}`));
  const missed: string[] = [];
  let count = 0;
  for (const { did, files: mistaken, expected } of mutations(files, 4)) {
    count += 1;
    const found = checkFiles(mistaken).filter(
      ({ rule, file, message }) => !usual.has(`${rule} ${file} ${message}`),
    );
    const right = found.some(
      ({ file, line, hint }) =>
        expected.files.includes(file) &&
        Math.abs(line - expected.line) <= expected.reach &&
        line > 0 &&
        hint !== '',
    );
    if (!right) missed.push(`${did}: ${found.slice(0, 3).map(shown).join(' | ') || 'nothing found'}`);
  }
  expect(missed).toEqual([]);
  expect(count).toBeGreaterThan(200);
}, 240_000);
