import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Headers, headersOf } from './headers.ts';
import { headersFile, hosts, redirectsFile } from './hosts.ts';
import { serve } from './serve.ts';

/** A file of each kind that has headers of its own. */
const files = [
  'index.html',
  '404.html',
  'style.0123abcd.css',
  'fonts/lao-400.0123abcd.woff2',
  'scripts/boot.0123abcd.js',
  'search/lo-0123abcd/index.json',
  'charts/live/index.html',
  'charts/live/a.lo.wide.0123abcd.json',
  'charts/a/lo.svg',
  'charts/a/lo.vl.json',
  'data/a/1.0.0.csv',
  'data/catalog.jsonld',
  'lo/index.html',
  'lo/feed.xml',
  'lo/charts/a/embed/index.html',
  'lo/charts/a/index.html',
  'lo/briefs/a/index.html',
  'lo/briefs/a/a-lo.html',
  'lo/briefs/a/a-lo.pdf',
  'lo/briefs/a/a-lo.bib',
  'lo/briefs/a/a-lo.csl.json',
  'lo/briefs/a/v/1/index.html',
  'admin/index.html',
  'llms.txt',
];
const hosted = { base: '/', moved: [['/lo/briefs/old/', '/lo/briefs/a/']] as const };
const pathOf = (file: string) => file.replace(/index\.html$/, '');

let folder: string;
beforeAll(async () => {
  // Servers go by the true path.
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sala-hosts-')));
  // They may read it as another user.
  await chmod(folder, 0o755);
  for (const file of files) {
    await mkdir(dirname(join(folder, 'site', file)), { recursive: true });
    await writeFile(join(folder, 'site', file), file);
  }
  await writeFile(join(folder, 'site/_redirects'), redirectsFile(hosted));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What each host sends must be what the definition says. */
async function expectHeaders(address: string): Promise<void> {
  const said = (answer: Response, expected: Headers) =>
    Object.fromEntries(Object.keys(expected).map((name) => [name, answer.headers.get(name)]));
  for (const file of files) {
    const expected = headersOf(pathOf(file));
    const answer = await fetch(address + pathOf(file));
    expect(answer.status, file).toBe(200);
    expect({ file, ...said(answer, expected) }).toEqual({ file, ...expected });
    if (expected['Access-Control-Allow-Origin'] === undefined)
      expect(answer.headers.get('access-control-allow-origin'), file).toBeNull();
  }
  // What is not there is never kept, wherever it was looked for.
  for (const missing of ['lo/none/', 'fonts/none.woff2', 'lo/charts/none/embed/', 'data/none.csv']) {
    const answer = await fetch(address + missing);
    expect(answer.status, missing).toBe(404);
    expect(await answer.text()).toBe('404.html');
    expect({ missing, ...said(answer, headersOf('404.html')) }).toEqual({
      missing,
      ...headersOf('404.html'),
    });
    expect(answer.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/i);
  }
  const moved = await fetch(`${address}lo/briefs/old/`, { redirect: 'manual' });
  expect(moved.status).toBe(301);
  expect(new URL(moved.headers.get('location') ?? '', address).pathname).toBe('/lo/briefs/a/');
}

test('the preview sends what the definition says', async () => {
  const served = await serve(join(folder, 'site'));
  await expectHeaders(served.address);
  await served.close();
});

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** How each server is started with what it was told, in a folder of its own. */
const servers = {
  nginx: {
    configuration: (told: string, port: number) => {
      const [, http = '', server = ''] =
        /In the block http:\n([\s\S]*)# In the block server.*\n([\s\S]*)/.exec(told) ?? [];
      return `daemon off; pid ${folder}/pid; error_log stderr crit;
        events {}
        http {
          types { text/html html; text/css css; font/woff2 woff2; text/javascript js; application/json json; image/svg+xml svg; }
          access_log off; ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
          ${http}
          server { listen 127.0.0.1:${port}; root ${folder}/site; ${server} }
        }`;
    },
    options: (file: string) => ['-e', 'stderr', '-c', file],
  },
  caddy: {
    configuration: (told: string, port: number) =>
      `{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:${port} {\nroot * ${folder}/site\n${told}\n}\n`,
    options: (file: string) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
  apache: {
    configuration: (_: string, port: number, modules: string) =>
      [
        `ServerRoot ${folder}`,
        `PidFile ${folder}/apache.pid`,
        'User #65534',
        'Group #65534',
        `ErrorLog ${folder}/apache.log`,
        'LogLevel crit',
        'ServerName localhost',
        `Listen 127.0.0.1:${port}`,
        ...['mpm_event', 'authz_core', 'dir', 'headers', 'mime', 'alias'].map(
          (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
        ),
        'TypesConfig /dev/null',
        'AddType text/html .html',
        `DocumentRoot ${folder}/site`,
        `<Directory ${folder}/site>\nAllowOverride All\nRequire all granted\n</Directory>`,
      ].join('\n'),
    options: (file: string) => ['-X', '-f', file],
  },
};

/** Where a server is installed, if it is. */
function installed(name: string): string | undefined {
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` },
    }).trim();
  } catch {
    return undefined;
  }
}

describe.each(['nginx', 'caddy', 'apache'] as const)('%s', (host) => {
  const program = installed(host === 'apache' ? 'apache2' : host);

  test.skipIf(program === undefined)('sends what the definition says', async () => {
    const port = await freePort();
    const told = hosts[host](hosted);
    const modules = join(dirname(program ?? ''), '../lib/apache2/modules');
    const file = join(folder, `${host}.conf`);
    await writeFile(file, servers[host].configuration(told, port, modules));
    if (host === 'apache') await writeFile(join(folder, 'site/.htaccess'), told);
    const server: ChildProcess = spawn(program ?? '', servers[host].options(file), {
      env: { ...process.env, HOME: folder },
    });
    const ended = new Promise((done) => server.once('exit', done));
    let output = '';
    server.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    try {
      const address = `http://127.0.0.1:${port}/`;
      await expect
        .poll(
          () =>
            fetch(address).then(
              () => true,
              () => output,
            ),
          { timeout: 10_000 },
        )
        .toBe(true);
      await expectHeaders(address);
    } finally {
      server.kill('SIGKILL');
      await ended;
    }
  });
});

/** What Netlify and Cloudflare Pages make of `_headers`, as their documentation says. */
describe('_headers', () => {
  const text = headersFile({ base: '/' });
  const blocks = text.split(/^(?=\/)/m).map((block) => {
    const [path = '', ...lines] = block.trim().split(/\n */);
    return { path, lines };
  });
  const fits = (pattern: string, path: string) =>
    new RegExp(`^${pattern.replace(/[.]/g, '\\.').replace('*', '.*').replace(/:\w+/g, '[^/]+')}$`).test(
      `/${path}`,
    );

  test.each(['netlify', 'cloudflare'])('is read by %s as the definition says', (host) => {
    for (const file of files) {
      const found: Record<string, string> = {};
      for (const { lines } of blocks.filter(({ path }) => fits(path, pathOf(file))))
        for (const line of lines) {
          const [, taken] = /^! (.*)/.exec(line) ?? [];
          if (taken !== undefined) {
            if (host === 'cloudflare') delete found[taken];
            continue;
          }
          const [, name = '', value = ''] = /^([\w-]+): (.*)/.exec(line) ?? [];
          const before = host === 'cloudflare' ? found[name] : undefined;
          found[name] = before === undefined ? value : `${before}, ${value}`;
        }
      expect({ file, ...found }).toEqual({ file, ...headersOf(pathOf(file)) });
    }
  });

  test('keeps to the limits of Cloudflare Pages', () => {
    expect(blocks.length).toBeLessThanOrEqual(100);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(2000);
    for (const { path } of blocks) expect(path.split('*').length).toBeLessThanOrEqual(2);
  });
});
