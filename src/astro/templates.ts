import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type AstroIntegration, build } from 'astro';
import type { Edition } from '../build/index.ts';
import { cacheFolder, codeDigest, projectFolder } from '../project.ts';
import type * as entry from './entry.ts';

/** The pages' templates, compiled: what Astro makes of them, whatever stands on the pages. */
export interface Templates {
  entry: typeof entry;
  /** The address of the module that `entry` is, for what must share its code. */
  address: string;
  /** The folder of what browsers load from the pages, which goes into the site as it is. */
  client: string;
}

/**
 * Compiles the templates, which takes Astro seconds, or finds them again: they
 * depend on the code of the project and on where a site stands, not on what is in it.
 */
export async function compileTemplates({ addresses: { base }, site }: Edition): Promise<Templates> {
  const { address, admin } = site.settings;
  const digest = createHash('sha256').update(await codeDigest('.'));
  digest.update(JSON.stringify([projectFolder, base, address, admin !== undefined]));
  const folder = join(cacheFolder, 'templates', digest.digest('hex').slice(0, 32));
  if (!(await isThere(folder))) await compile(folder, base, address);
  const module = pathToFileURL(join(folder, 'server/entry.mjs')).href;
  return { entry: (await import(module)) as typeof entry, address: module, client: join(folder, 'client') };
}

async function compile(folder: string, base: string, site: string): Promise<void> {
  // A build speaks to no other host.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Whoever builds, pages are those of production: with their policy, and without what is for development.
  process.env['NODE_ENV'] = 'production';
  const apart = `${folder}-${process.pid}`;
  try {
    await mkdir(apart, { recursive: true });
    await build({
      root: projectFolder,
      outDir: apart,
      // The files of the site folder are not Astro's to copy.
      publicDir: join(apart, 'public'),
      base,
      site,
      logLevel: 'error',
      output: 'server',
      adapter,
    });
    // What it imports is found from there, wherever the cache is.
    await symlink(join(projectFolder, 'node_modules'), join(apart, 'node_modules'), 'junction');
    await pruneTemplates(dirname(folder));
    // Another build may have been quicker.
    await rename(apart, folder).catch(async (error: unknown) => {
      if (!(await isThere(folder))) throw error;
    });
  } finally {
    await rm(apart, { recursive: true, force: true });
  }
}

/** How many compilations are kept: each change of the code makes one. */
const mostKept = 10;

async function pruneTemplates(folder: string): Promise<void> {
  const names = await readdir(folder);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of dated.sort((a, b) => b.at - a.at).slice(mostKept))
    await rm(join(folder, name), { recursive: true, force: true });
}

/** Makes of the templates one module that renders a page when it is asked to. */
const adapter: AstroIntegration = {
  name: 'sala:templates',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'sala:templates',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./entry.ts', import.meta.url),
        supportedAstroFeatures: {
          serverOutput: 'stable',
          hybridOutput: 'stable',
          sharpImageService: 'stable',
        },
      }),
  },
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
