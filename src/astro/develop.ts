import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type AstroIntegration, dev } from 'astro';
import { type Connect, normalizePath, type ViteDevServer } from 'vite';
import { makeEdition } from '../build/index.ts';
import { type Checked, check } from '../check/index.ts';
import {
  type Desk,
  deskAddress,
  deskPage,
  deskPanel,
  panelAddress,
  problemsEvent,
} from '../developing/index.ts';
import { projectFolder } from '../project.ts';
import type { SiteFiles } from '../site/index.ts';
import { offerEdition, offeredEdition, offerFolder } from './edition.ts';
import { textsId } from './integration.ts';

/** What belongs to the users of a site folder. */
const usersFolders = ['content', 'data', 'public'];

const script = '/src/developing/client.ts';

/**
 * Starts the development server of a site, which may have errors, and gives the
 * address of its desk. Nothing of the desk is in a build: it comes with the server.
 */
export async function develop(checked: Checked, port: number): Promise<string> {
  offerFolder(checked.files.folder);
  await offer(checked);
  const { address } = await dev({
    root: projectFolder,
    server: { port },
    logLevel: 'warn',
    integrations: [deskIntegration(checked)],
  });
  return `http://localhost:${address.port}${deskAddress}`;
}

/** Makes the edition of a site that has no errors; the last one stays otherwise. */
async function offer({ site, files, failed }: Checked): Promise<boolean> {
  if (!site || failed) return false;
  offerEdition(await makeEdition(site, files, { base: '/', prints: false }));
  return true;
}

function deskIntegration(first: Checked): AstroIntegration {
  return {
    name: 'sala:desk',
    hooks: {
      'astro:config:setup': ({ injectScript, updateConfig }) => {
        injectScript('page', `import ${JSON.stringify(script)};`);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'sala:desk',
                configureServer: (server) => openDesk(server, first),
                // The desk sees to the site folder; else a page would be loaded before the site is read anew.
                hotUpdate: {
                  order: 'pre',
                  handler: ({ file }) => (isUsers(file, first.files.folder) ? [] : undefined),
                },
              },
            ],
          },
        });
      },
    },
  };
}

const isUsers = (file: string, folder: string): boolean =>
  usersFolders.some((name) => normalizePath(file).startsWith(`${normalizePath(join(folder, name))}/`));

/**
 * Serves the desk, and keeps the edition up to date: whatever changes in the site
 * folder is read again. Errors show over the last edition that could be made;
 * where there is none, the desk stands in the place of every page.
 */
function openDesk(server: ViteDevServer, first: Checked): void {
  let checked = first;
  const desk = (): Desk => {
    const edition = offeredEdition();
    return { checked, site: edition?.site, fonts: edition?.fonts.css(`${edition.addresses.base}fonts/`) };
  };
  const { folder } = first.files;

  const refresh = async (): Promise<void> => {
    const before = checked.files;
    checked = await check(folder, { known: before });
    // A page that is loaded anew for nothing loses its place.
    if (!served && sameTexts(before, checked.files)) return;
    served = false;
    if (await offer(checked)) {
      forget(server, folder);
      server.ws.send({ type: 'full-reload' });
    } else {
      console.error(checked.report('text'));
      server.ws.send(problemsEvent);
    }
  };

  server.watcher.add(usersFolders.map((name) => join(folder, name)));
  let pending: NodeJS.Timeout | undefined;
  /** Whether a file of public/ has changed, whose bytes are not read. */
  let served = false;
  // One after the other, so that the last state of the files is the one that is shown.
  let refreshed = Promise.resolve();
  server.watcher.on('all', (_, path) => {
    if (!isUsers(path, folder)) return;
    served ||= path.startsWith(join(folder, 'public'));
    // Editors write a file in several steps.
    clearTimeout(pending);
    pending = setTimeout(() => {
      refreshed = refreshed.then(refresh).catch((error: unknown) => {
        console.error(`The change could not be shown: ${error instanceof Error ? error.message : error}`);
      });
    }, 50);
  });

  server.middlewares.use(async (request: Connect.IncomingMessage, response, next) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
    const page = () => server.transformIndexHtml(pathname, deskPage(desk(), script));
    if (pathname === panelAddress) send(200, deskPanel(desk(), searchParams.get('page') ?? ''));
    else if (pathname === deskAddress) send(200, await page());
    else if (!offeredEdition() && wantsPage(request)) send(503, await page());
    else next();
  });
}

/** Lets go of the texts of briefs, and of the pages, which remember at which addresses they stand. */
function forget(server: ViteDevServer, folder: string): void {
  const pages = `${normalizePath(join(projectFolder, 'src/pages'))}/`;
  for (const { moduleGraph } of Object.values(server.environments))
    for (const module of moduleGraph.idToModuleMap.values())
      if (module.id === textsId || module.id?.startsWith(pages) || isUsers(module.id ?? '', folder))
        moduleGraph.invalidateModule(module);
}

const sameTexts = (before: SiteFiles, { texts }: SiteFiles): boolean =>
  before.texts.size === texts.size &&
  [...texts].every(([path, { text }]) => before.texts.get(path)?.text === text);

const wantsPage = ({ headers }: IncomingMessage): boolean => headers.accept?.includes('text/html') ?? false;
