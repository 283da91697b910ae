import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { type Headers, headersOf } from './headers.ts';

/** A built site on this machine. */
export interface Served {
  /** Where it stands, with its base. */
  address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site under its base as hosts do: with the headers of
 * production, redirects, and files as they were compressed beforehand. Port 0
 * takes a free one.
 */
export async function serve(folder: string, { port = 0, base = '/' } = {}): Promise<Served> {
  const files = sirv(folder, {
    // Builds replace the folder while it is served.
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => setHeaders(response, headersOf(path.slice(1))),
  });
  const redirects = readRedirects(folder);
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    const moved = redirects.get(url);
    if (moved !== undefined) {
      response.writeHead(301, { location: moved }).end();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, () => {
      setHeaders(response, headersOf('404.html'));
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(readFileSync(join(folder, '404.html')));
    });
  });
  const { port: taken } = await listen(server, port);
  return {
    address: `http://localhost:${taken}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const setHeaders = (response: ServerResponse, headers: Headers): void => {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
};

/** Where paths lead that are there no more, from `_redirects`. */
function readRedirects(folder: string): ReadonlyMap<string, string> {
  const file = join(folder, '_redirects');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    lines.map((line) => line.split(' ')).flatMap(([from, to]) => (from && to ? [[from, to] as const] : [])),
  );
}

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server.address() as AddressInfo));
  });
