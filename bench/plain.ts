import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** The command that builds the project of plain Astro in whose folder it runs. */
export const plainBuild: readonly string[] = [
  join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'bin/astro.mjs'),
  'build',
];

/** Makes a project of plain Astro in a folder, with the texts, charts and data of a generated site. */
export async function makePlainProject(folder: string, site: string): Promise<void> {
  const recursive = { recursive: true };
  await cp(resolve(import.meta.dirname, 'plain-astro'), folder, recursive);
  await cp(join(site, 'content/briefs'), join(folder, 'src/briefs'), recursive);
  await cp(join(site, 'content/charts'), join(folder, 'charts'), recursive);
  await cp(join(site, 'data'), join(folder, 'data'), recursive);
}
