import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Addresses, movedPaths, type Site } from '../site/index.ts';
import { type Headers, headerRules, toRegularExpression } from './headers.ts';

/** What decides over the files of a host: the base of the site, and paths that lead elsewhere, as pairs. */
export interface Hosted {
  base: string;
  moved: readonly (readonly [from: string, to: string])[];
}

export const hostedSite = (site: Pick<Site, 'briefs' | 'languages'>, addresses: Addresses): Hosted => ({
  base: addresses.base,
  moved: movedPaths(site, addresses),
});

/** What a host is told, in the words of its own configuration. */
export const hosts = { apache, caddy, cloudflare: headersFile, netlify: headersFile, nginx };

export type Host = keyof typeof hosts;

/** What hosts say of their file, before all else. */
const made = '# Made by “npm run headers”; what it says stands in src/build/headers.ts.';

/** Each rule for each of its paths: the last that fits decides. */
const rules = (): { path: string; headers: Headers }[] =>
  headerRules.flatMap(({ paths, headers }) => paths.map((path) => ({ path, headers })));

/**
 * `_headers` for Netlify and Cloudflare Pages. Where more than one rule names a
 * header, Netlify takes the last, and Cloudflare joins them unless the header is
 * taken away first; Netlify passes over the line that does so.
 * @see https://docs.netlify.com/manage/routing/headers/
 * @see https://developers.cloudflare.com/pages/configuration/headers/
 */
export function headersFile({ base }: Pick<Hosted, 'base'>): string {
  const [first, ...others] = rules();
  const block = (path: string, lines: string[]) =>
    [base + path.slice(1), ...lines.map((line) => `  ${line}`)].join('\n');
  const values = (headers: Headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${[
    block(first?.path ?? '/*', values(first?.headers ?? {})),
    ...others.map(({ path, headers }) =>
      block(path, [...Object.keys(headers).map((name) => `! ${name}`), ...values(headers)]),
    ),
  ].join('\n')}\n`;
}

/** `_redirects` for Netlify and Cloudflare Pages. */
export const redirectsFile = ({ moved }: Pick<Hosted, 'moved'>): string =>
  moved.map(([from, to]) => `${from} ${to} 301\n`).join('');

/** Adds to a site what Netlify and Cloudflare Pages read; what public/ has of the same name has the last word. */
export async function addHostFiles(folder: string, hosted: Hosted): Promise<void> {
  const headers = join(folder, '_headers');
  const own = await readFile(headers, 'utf8').catch(() => '');
  await writeFile(headers, headersFile(hosted) + own);
  // Of two redirects from the same path, the first counts.
  if (hosted.moved.length > 0) await appendFile(join(folder, '_redirects'), `\n${redirectsFile(hosted)}`);
}

/** For nginx: two parts, one for `http` and one for `server`. */
function nginx({ base, moved }: Hosted): string {
  const names = [...new Set(rules().flatMap(({ headers }) => Object.keys(headers)))];
  const typed = (name: string) => name === 'Content-Type';
  const variable = (name: string) => `$sala_${name.toLowerCase().replaceAll('-', '_')}`;
  // nginx takes the first that fits.
  const valuesOf = (name: string) =>
    rules()
      .toReversed()
      .flatMap(({ path, headers }) =>
        headers[name] === undefined ? [] : [[toRegularExpression(path, base), headers[name]] as const],
      );
  const maps = names
    .filter((name) => !typed(name))
    .map((name) =>
      [
        `map $uri ${variable(name)} {`,
        ...valuesOf(name).map(([expression, value]) => `  "~${expression}" "${value}";`),
        '}',
      ].join('\n'),
    );
  return [
    made,
    '# In the block http:',
    ...maps,
    '',
    '# In the block server, beside root:',
    'index index.html;',
    'charset utf-8;',
    'gzip_static on;',
    'absolute_redirect off;',
    `error_page 404 ${base}404.html;`,
    ...names.filter((name) => !typed(name)).map((name) => `add_header ${name} ${variable(name)} always;`),
    ...valuesOf('Content-Type').map(
      ([expression, type]) => `location ~ "${expression}" { types { } default_type "${type}"; }`,
    ),
    ...moved.map(([from, to]) => `location = ${from} { return 301 ${to}; }`),
    '',
  ].join('\n');
}

/** For Caddy: what stands in the block of the site, beside root. */
function caddy({ base, moved }: Hosted): string {
  return [
    made,
    '# In the block of the site, beside root:',
    ...rules().map(({ path }, n) => `@sala${n} path_regexp \`${goExpression(path, base)}\``),
    // It sorts what stands outside of a route.
    'route {',
    ...moved.map(([from, to]) => `  redir ${from} ${to} 301`),
    ...rules().flatMap(({ headers }, n) =>
      Object.entries(headers).map(([name, value]) => `  header @sala${n} ${name} ${JSON.stringify(value)}`),
    ),
    '  file_server {',
    '    precompressed br gzip',
    '  }',
    '}',
    'handle_errors {',
    ...rules()
      .slice(0, 1)
      .flatMap(({ headers }) =>
        Object.entries(headers).map(([name, value]) => `  header ${name} ${JSON.stringify(value)}`),
      ),
    '  header Content-Type "text/html; charset=utf-8"',
    `  rewrite * ${base}404.html`,
    '  file_server',
    '}',
    '',
  ].join('\n');
}

/** Its regular expressions look at the path as it is asked for, and cannot look ahead. */
const goExpression = (path: string, base: string): string =>
  toRegularExpression(path, base).replace('(?!index\\.html$)', '').replace('(index\\.html)?', '');

/** For Apache: a file `.htaccess` in the folder of the site, or a part of its virtual host. */
function apache({ base, moved }: Hosted): string {
  return [
    made,
    'DirectoryIndex index.html',
    'AddDefaultCharset utf-8',
    `ErrorDocument 404 ${base}404.html`,
    ...rules().flatMap(({ path, headers }) =>
      Object.entries(headers).map(
        ([name, value]) =>
          `Header ${name === 'Content-Type' ? '' : 'always '}set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${toRegularExpression(path, base)}#"`,
      ),
    ),
    ...moved.map(([from, to]) => `RedirectMatch 301 "^${from.replaceAll('.', '\\.')}$" "${to}"`),
    '',
  ].join('\n');
}
