import { join } from 'node:path';
import type { ErrorPayload, ViteDevServer } from 'vite';
import { makeEdition } from '../build/index.ts';
import { check } from '../check/index.ts';
import { currentEdition, offerEdition } from './edition.ts';

/**
 * Keeps the edition of a development server up to date: whatever changes in the
 * site folder is read again. Problems show in the page, at their place in the
 * file, over the last edition that could be made.
 */
export function watchSite(server: ViteDevServer): void {
  const { site, addresses } = currentEdition();
  const folders = ['content', 'data'].map((name) => join(site.folder, name));
  server.watcher.add(folders);
  let pending: NodeJS.Timeout | undefined;
  let problem: ErrorPayload | undefined;

  const refresh = async (): Promise<void> => {
    const checked = await check(site.folder);
    if (checked.site && !checked.failed) {
      offerEdition(await makeEdition(checked.site, checked.files, { base: addresses.base, prints: false }));
      for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
      problem = undefined;
      server.ws.send({ type: 'full-reload' });
      return;
    }
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (!first) return;
    console.error(checked.report('text'));
    problem = {
      type: 'error',
      err: {
        message: `${first.message}\n${first.hint}${errors.length > 1 ? `\n(and ${errors.length - 1} more in the terminal)` : ''}`,
        stack: '',
        loc: { file: first.file, line: first.line, column: first.column },
      },
    };
    server.ws.send(problem);
  };

  // A page that is opened, or still loading, while there is a problem shows it too.
  server.ws.on('connection', () => {
    if (problem) server.ws.send(problem);
  });

  server.watcher.on('all', (_, path) => {
    if (!folders.some((folder) => path.startsWith(folder))) return;
    // Editors write a file in several steps.
    clearTimeout(pending);
    pending = setTimeout(() => void refresh(), 50);
  });
}
