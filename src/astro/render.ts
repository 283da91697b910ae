import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import type { RenderPages } from '../build/index.ts';
import { projectFolder } from '../project.ts';
import { offerEdition } from './edition.ts';

/** Lets Astro draw the pages of an edition. */
export const renderPages: RenderPages = async (edition, folder) => {
  offerEdition(edition);
  // A build speaks to no other host.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Builds into folders outside of the project would share their chunks, and two at once would mix.
  const own = join(projectFolder, 'node_modules/.cache/sala', `pages-${process.pid}`);
  try {
    await build({
      root: projectFolder,
      outDir: own,
      base: edition.addresses.base,
      site: edition.site.settings.address,
      logLevel: 'error',
    });
    await cp(own, folder, { recursive: true });
  } finally {
    await rm(own, { recursive: true, force: true });
  }
};
