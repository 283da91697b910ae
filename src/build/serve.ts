import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersOf, securityHeaders } from './headers.ts';

/** A built site on this machine. */
export interface Served {
  /** Where it stands, with its base. */
  address: string;
  close(): Promise<void>;
}

/** Serves a built site under its base, with the headers of production. Port 0 takes a free one. */
export async function serve(folder: string, { port = 0, base = '/' } = {}): Promise<Served> {
  const files = sirv(folder, {
    dev: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersOf(path.slice(1)))) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    const { url = '/' } = request;
    if (!url.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, () => {
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8', ...securityHeaders })
        .end(readFileSync(join(folder, '404.html')));
    });
  });
  const { port: taken } = await listen(server, port);
  return {
    address: `http://localhost:${taken}${base}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(server.address() as AddressInfo));
  });
