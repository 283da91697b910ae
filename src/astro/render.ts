import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { APIRoute, GetStaticPaths, GetStaticPathsItem, RouteData } from 'astro';
import type { Output, RenderPages } from '../build/index.ts';
import { filesUnder } from '../source/index.ts';
import { offerEdition } from './edition.ts';
import { compileTemplates } from './templates.ts';
import { compileTexts } from './texts.ts';

/** A page or an endpoint, as it is compiled. */
interface PageModule {
  getStaticPaths?: GetStaticPaths;
  GET?: APIRoute;
}

/** Lists all pages and files of an edition; each is rendered when it is asked for. */
export const renderPages: RenderPages = async (edition, isWanted) => {
  offerEdition(edition);
  const templates = await compileTemplates(edition);
  const { app } = templates.entry;
  offerEdition(edition, { textOf: compileTexts(edition, templates), isWanted });
  app.renderError = async (request, { error, status }) => {
    throw error ?? new Error(`${request.url} cannot be rendered: ${status}`);
  };
  const { base } = edition.addresses;
  const outputs: Output[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    const own = await app.manifest.pageMap?.get(route.component)?.();
    const module = (await own?.page()) as unknown as PageModule | undefined;
    // Besides the project's own pages there are those that Astro itself would answer with.
    if (!module || route.origin === 'internal') continue;
    for (const { params, props = {} } of await pathsOf(module)) {
      const path = pathOf(route, params);
      const file = module.GET ? path : fileOf(path);
      if (!isWanted(file)) continue;
      const render = async () => {
        const url = new URL(base + encodeURI(path), 'https://site.invalid');
        const response = await (module.GET
          ? module.GET({ params, props } as never)
          : app.render(new Request(url), { routeData: route }));
        return new Uint8Array(await response.arrayBuffer());
      };
      outputs.push({ file, make: render });
    }
  }
  const client = await filesUnder(templates.client).catch(() => []);
  return [
    ...outputs,
    ...client.filter(isWanted).map((file) => ({ file, make: () => readFile(join(templates.client, file)) })),
  ];
};

const pathsOf = async ({ getStaticPaths }: PageModule): Promise<readonly GetStaticPathsItem[]> =>
  getStaticPaths ? ((await getStaticPaths({} as never)) as GetStaticPathsItem[]) : [{ params: {} }];

/** The path of a route below the base, its places filled in; that of a page ends in a slash. */
function pathOf({ segments, type }: RouteData, params: GetStaticPathsItem['params']): string {
  const parts = segments.map((parts) =>
    parts
      .map(({ content, dynamic, spread }) =>
        dynamic ? params[spread ? content.slice(3) : content] : content,
      )
      .join(''),
  );
  const path = parts.filter((part) => part !== '').join('/');
  return type === 'page' && path !== '' ? `${path}/` : path;
}

/** A page is the index of its own folder; hosts look for the one about missing pages under a name of its own. */
const fileOf = (path: string): string => (path === '404/' ? '404.html' : `${path}index.html`);
