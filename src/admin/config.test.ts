import type { Field } from '@sveltia/cms';
import { expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { loadSite } from '../site/index.ts';
import { adminConfig } from './config.ts';
import { formats } from './formats.ts';
import { adminPolicy } from './policy.ts';

const admin = { backend: 'github', repository: 'our-office/briefs', branch: 'main' } as const;
const { site, files } = await loadSite(projectFolder);
if (!site) throw new Error('The site of the repository has errors.');
const config = adminConfig(site, admin);
const forms = (config.collections ?? []).flatMap((each) => ('files' in each ? each.files : []));

type AnyField = Field & { fields?: Field[]; field?: Field };

/** The keys of a form's values that it has no field for. */
function unseen(values: unknown, fields: readonly AnyField[], at = ''): string[] {
  return Object.entries(values ?? {}).flatMap(([key, value]) => {
    const field = fields.find(({ name }) => name === key);
    if (!field) return [at + key];
    const inner = Array.isArray(value) ? value : [value];
    return field.fields ? inner.flatMap((each) => unseen(each, field.fields ?? [], `${at}${key}.`)) : [];
  });
}

test('every file of a site has a form with a field for each of its keys', () => {
  const seen = new Set<string>();
  for (const { file, format, fields } of forms) {
    for (const language of site.languages) {
      const path = file.replace('{{locale}}', language);
      const text = files.texts.get(path)?.text;
      if (text === undefined || seen.has(path)) continue;
      seen.add(path);
      if (format === 'raw') continue;
      const { __text, kind, ...values } = formats[format as keyof typeof formats].fromFile(text);
      expect(unseen(values, fields), path).toEqual([]);
    }
  }
  const content = [...files.texts.keys()].filter((path) => path.startsWith('content/'));
  expect(content.filter((path) => !seen.has(path) && !path.endsWith('.source.yaml'))).toEqual([]);
});

test('the page may speak to the site and to the host of the repository alone', () => {
  expect(adminPolicy(admin)).toContain("connect-src 'self' data: blob: https://api.github.com;");
  expect(
    adminPolicy({
      ...admin,
      backend: 'gitlab',
      api: 'https://git.example.org/api/v4',
      signIn: 'https://git.example.org',
    }),
  ).toContain("connect-src 'self' data: blob: https://git.example.org;");
  expect(adminPolicy(admin)).not.toContain('unsafe-eval');
});
