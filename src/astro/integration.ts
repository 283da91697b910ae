import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { allVersions } from '../site/index.ts';
import { currentEdition, offeredEdition, offeredFolder } from './edition.ts';
import { sveltia } from './sveltia.ts';

const texts = 'virtual:sala/texts';
/** The id of the module of all texts in Vite's graph. */
export const textsId = `\0${texts}`;

/** Gives Astro the texts and the public files of the site folder, wherever it is. */
export function salaIntegration(): AstroIntegration {
  return {
    name: 'sala',
    hooks: {
      'astro:config:setup': ({ command, updateConfig, injectRoute }) => {
        const folder = offeredFolder();
        if (folder === undefined) return;
        if (offeredEdition()?.site.settings.admin) {
          injectRoute({ pattern: '/admin', entrypoint: './src/pages/_admin/index.astro' });
          injectRoute({ pattern: '/admin/config.json', entrypoint: './src/pages/_admin/config.json.ts' });
        }
        updateConfig({
          // A build copies the files itself: templates are compiled once for all sites.
          ...(command === 'dev' ? { publicDir: pathToFileURL(join(folder, 'public/')) } : {}),
          vite: {
            plugins: [
              sveltia,
              {
                name: 'sala:texts',
                resolveId: (id: string) => (id === texts ? textsId : undefined),
                load: (id: string) =>
                  id === textsId ? (command === 'build' ? compiledTexts : textsModule()) : undefined,
              },
            ],
            // A site folder may lie outside the project.
            server: { fs: { allow: [process.cwd(), folder] } },
          },
        });
      },
    },
  };
}

/** Templates are compiled without the texts, which a build brings with the edition. */
const compiledTexts = `export { offeredText as textOf } from ${JSON.stringify(join(import.meta.dirname, 'edition.ts'))};`;

/** A module that imports the text of a brief when its page asks for it. */
function textsModule(): string {
  const { site } = currentEdition();
  const entries = allVersions(site).flatMap(({ translations }) =>
    [...translations.values()].map(
      ({ file }) =>
        `${JSON.stringify(file)}: () => import(${JSON.stringify(join(site.folder, file).replaceAll('\\', '/'))}),`,
    ),
  );
  return `const texts = {\n${entries.join('\n')}\n};\nexport const textOf = async (file) => (await texts[file]?.())?.default;\n`;
}
