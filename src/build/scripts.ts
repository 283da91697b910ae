import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cacheFolder, codeDigest, projectFolder, writeWhole } from '../project.ts';

/** The scripts of pages, which come only when a reader asks for what needs them. */
export interface Scripts {
  /** The names of the scripts that pages name, and all files by name; each name holds a digest of its bytes. */
  boot: string;
  page: string;
  search: string;
  files: ReadonlyMap<string, string>;
  /** The npm packages that they hold code of. */
  packages: readonly string[];
}

interface Bundle {
  boot: string;
  page: string;
  search: string;
  files: Record<string, string>;
  packages: string[];
}

const clientFolder = join(projectFolder, 'src/charts/client');

/** Bundles the scripts of pages; from the cache, when their code is as it was. */
export async function makeScripts(): Promise<Scripts> {
  const folder = join(cacheFolder, 'scripts');
  const name = `${(await codeDigest('build', 'charts', 'i18n', 'search')).slice(0, 32)}.json`;
  const known = await readFile(join(folder, name), 'utf8').catch(() => undefined);
  const made = known === undefined ? await bundle() : (JSON.parse(known) as Bundle);
  if (known === undefined) {
    await mkdir(folder, { recursive: true });
    await writeWhole(folder, name, JSON.stringify(made));
  }
  return { ...made, files: new Map(Object.entries(made.files)) };
}

async function bundle(): Promise<Bundle> {
  // Loaded here: most builds take the scripts from the cache.
  const { build } = await import('vite');
  const result = await build({
    configFile: false,
    root: projectFolder,
    publicDir: false,
    logLevel: 'error',
    plugins: [withoutUnused, withBrowserFonts],
    build: {
      write: false,
      // As old as browsers that the site is for: three years.
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: {
          boot: join(clientFolder, 'boot.ts'),
          page: join(clientFolder, 'page.ts'),
          search: join(projectFolder, 'src/search/client/search.ts'),
        },
        preserveEntrySignatures: false,
        output: { entryFileNames: '[name].[hash].js', chunkFileNames: '[name].[hash].js' },
      },
    },
  });
  const { output } = [result].flat()[0] as {
    output: { fileName: string; name: string; code?: string; moduleIds?: string[] }[];
  };
  const entry = (name: string): string => output.find((each) => each.name === name)?.fileName ?? '';
  return {
    boot: entry('boot'),
    page: entry('page'),
    search: entry('search'),
    files: Object.fromEntries(output.map(({ fileName, code = '' }) => [fileName, code])),
    packages: packagesOf(output.flatMap(({ moduleIds = [] }) => moduleIds)),
  };
}

/** The packages that modules belong to, by the paths of their files. */
function packagesOf(modules: readonly string[]): string[] {
  const names = modules.flatMap((path) => {
    const [, name] = /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path) ?? [];
    return name === undefined ? [] : [name.replace('\\', '/')];
  });
  return [...new Set(names)].sort();
}

/**
 * Parts of Vega and vega-embed that charts of this engine never run: specs come
 * compiled, with a theme and tooltips of their own, and Vega-Lite makes no use
 * of some transforms. Half of what readers would load.
 */
const unused: Readonly<Record<string, string>> = {
  'vega-lite':
    'export const version = "6.0.0"; export const compile = () => { throw new Error("Specs are compiled when the site is built."); };',
  'vega-themes': 'export const version = "3.0.0";',
  'vega-tooltip': 'export class Handler {}',
  'vega-force': 'export {};',
  'vega-label': 'export {};',
  'vega-hierarchy': 'export {};',
  'vega-wordcloud': 'export {};',
  'vega-crossfilter': 'export {};',
};

const withoutUnused: Plugin = {
  name: 'sala:without-unused',
  enforce: 'pre',
  resolveId: (id) => (id in unused ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0') ? unused[id.slice(1)] : undefined),
};

/** The code that lays text out is the same in browsers; there, the browser measures it. */
const withBrowserFonts: Plugin = {
  name: 'sala:browser-fonts',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/fonts/index.ts') ? join(clientFolder, 'fonts.ts') : undefined),
};
