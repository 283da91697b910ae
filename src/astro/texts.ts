import { createHash } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { splitFrontMatter } from '../briefs/index.ts';
import type { Edition } from '../build/index.ts';
import { cacheFolder, writeWhole } from '../project.ts';
import type { TextOf } from './edition.ts';
import { markdown } from './markdown.ts';
import type { Templates } from './templates.ts';

/** Compiles the texts of an edition as its pages ask for them, or finds again what was compiled of one before. */
export function compileTexts({ site, text: textOf }: Edition, { address }: Templates): TextOf {
  const folder = join(cacheFolder, 'compiled');
  const renderer = markdown.createMdxRenderer?.(
    { syntaxHighlight: false },
    { srcDir: pathToFileURL(site.folder), optimize: false },
  );
  const compiled = async (text: string, file: string): Promise<AstroComponentFactory> => {
    // The address of the templates holds a digest of all code.
    const name = `${createHash('sha256').update(address).update(text).digest('hex').slice(0, 32)}.mjs`;
    const module = join(folder, name);
    const known = await access(module).then(
      () => true,
      () => false,
    );
    if (!known) {
      const { body = text } = splitFrontMatter(text) ?? {};
      const { code } = (await (await renderer)?.process(body, file, {})) ?? { code: '' };
      await mkdir(folder, { recursive: true });
      await writeWhole(folder, name, moduleOf(code, address));
    }
    return ((await import(pathToFileURL(module).href)) as { default: AstroComponentFactory }).default;
  };
  // A text stands on several pages, which are made at once.
  const made = new Map<string, Promise<AstroComponentFactory>>();
  return (file) => {
    // It is read each time: not every page may read every text.
    const text = textOf(file);
    const component = made.get(file) ?? compiled(text, file);
    made.set(file, component);
    return component;
  };
}

/** What @astrojs/mdx makes of a compiled text, with the code that the pages share. */
const moduleOf = (code: string, address: string): string =>
  `${code
    .replaceAll('"astro/jsx-runtime"', JSON.stringify(address))
    .replace('export default function MDXContent', 'function MDXContent')}
import { Fragment as SharedFragment } from ${JSON.stringify(address)};
const Content = (props = {}) =>
  MDXContent({ ...props, components: { Fragment: SharedFragment, ...props.components } });
Content[Symbol.for('mdx-component')] = true;
Content[Symbol.for('astro:renderer')] = 'astro:jsx';
export default Content;
`;
