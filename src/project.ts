import { resolve } from 'node:path';

/** The project's own folder, which holds package.json and astro.config.mjs. */
export const projectFolder = resolve(import.meta.dirname, '..');
