import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../diagnostics/index.ts';
import { writeWhole } from '../project.ts';
import { migrate } from '../site/index.ts';
import { filesUnder } from '../source/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'migrate',
  does: 'Brings content of an earlier format up to that of this version of the program (docs/upgrading.md).',
  options: { 'dry-run': { does: 'says what it would change, and changes nothing' } },
  async run({ site, flag }) {
    const texts = await readTexts(site);
    const { from, to, done, changed } = (() => {
      try {
        return migrate(texts);
      } catch (error) {
        throw new Failure(
          `content/site/site.yaml cannot be read. ${error instanceof Error ? error.message : error} “npm run check” shows where.`,
        );
      }
    })();
    if (done.length === 0) {
      console.log(`The content is in format ${from}, and there is nothing to do.`);
      return 0;
    }
    console.log([`From format ${from} to format ${to}:`, ...done].join('\n'));
    for (const [path, text] of changed) {
      // What somebody writes in the meantime is theirs.
      if ((await readFile(join(site, path), 'utf8')) !== texts.get(path))
        throw new Failure(`${path} has just been changed. Run the command again.`);
      if (!flag('dry-run')) await writeWhole(dirname(join(site, path)), basename(path), text);
      console.log(`${flag('dry-run') ? 'would change' : 'changed'} ${path}`);
    }
    return 0;
  },
};

/** All texts of content/, and of data/ where there is any, by their paths in the site folder. */
async function readTexts(site: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const folder of ['content', 'data']) {
    const names = await filesUnder(join(site, folder)).catch(() => []);
    for (const name of names.filter((each) => /\.(ya?ml|mdx|json)$/.test(each)))
      texts.set(`${folder}/${name}`, await readFile(join(site, folder, name), 'utf8'));
  }
  return texts;
}

await start(command);
