import { expect, test } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { reportGitHub, reportGitLab, reportJson, reportText } from './report.ts';

const finding: Diagnostic = {
  rule: 'release-exists',
  severity: 'error',
  file: 'content/briefs/a/brief.yaml',
  line: 2,
  column: 24,
  message: 'Release 1.2.0 of “out-of-pocket-share” was never published.',
  hint: 'Published: 1.0.0, 1.1.0.',
};
const sources = () => 'data:\n  out-of-pocket-share: 1.2.0\n';

test('shows the line and points at the place', () => {
  expect(reportText([finding], sources)).toBe(`content/briefs/a/brief.yaml:2:24  error  release-exists
  Release 1.2.0 of “out-of-pocket-share” was never published.
  Published: 1.0.0, 1.1.0.
     1 | data:
   > 2 |   out-of-pocket-share: 1.2.0
       |                        ^

1 error.`);
});

test('gives scripts the same findings', () => {
  expect(JSON.parse(reportJson([finding], sources))).toEqual([finding]);
});

test('annotates pull requests, with special characters escaped', () => {
  expect(reportGitHub([{ ...finding, message: '50% of\nit' }], sources)).toBe(
    '::error file=content/briefs/a/brief.yaml,line=2,col=24,title=release-exists::50%25 of%0Ait%0APublished: 1.0.0, 1.1.0.',
  );
});

test('reports to GitLab, each finding under a name that stays when lines move', () => {
  const [first, second] = JSON.parse(reportGitLab([finding, { ...finding, line: 9 }], sources));
  expect(first).toMatchObject({
    check_name: 'release-exists',
    severity: 'major',
    location: { path: finding.file, lines: { begin: 2 } },
  });
  expect(first.description).toContain('Published: 1.0.0, 1.1.0.');
  expect(second.fingerprint).not.toBe(first.fingerprint);
  const [moved] = JSON.parse(reportGitLab([{ ...finding, line: 7 }], sources));
  expect(moved.fingerprint).toBe(first.fingerprint);
});
