import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { currentEdition, offeredEdition } from './edition.ts';
import { watchSite } from './watch.ts';

const texts = 'virtual:sala/texts';

/** Gives Astro the texts and the public files of the site folder, wherever it is. */
export function salaIntegration(): AstroIntegration {
  return {
    name: 'sala',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const folder = offeredEdition()?.site.folder;
        if (folder === undefined) return;
        updateConfig({
          publicDir: pathToFileURL(join(folder, 'public/')),
          vite: {
            plugins: [
              {
                name: 'sala:texts',
                resolveId: (id: string) => (id === texts ? `\0${texts}` : undefined),
                load: (id: string) => (id === `\0${texts}` ? textsModule() : undefined),
                configureServer: watchSite,
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

/** A module that imports the text of a brief when its page asks for it. */
function textsModule(): string {
  const { folder, briefs } = currentEdition().site;
  const entries = briefs.flatMap(({ translations }) =>
    [...translations.values()].map(
      ({ file }) =>
        `${JSON.stringify(file)}: () => import(${JSON.stringify(join(folder, file).replaceAll('\\', '/'))}),`,
    ),
  );
  return `export const texts = {\n${entries.join('\n')}\n};\n`;
}
