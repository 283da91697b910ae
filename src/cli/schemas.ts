import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesPage } from '../check/index.ts';
import { projectFolder } from '../project.ts';
import { schemaFiles } from '../site/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'schemas',
  does: 'Writes what is made from the code: the JSON Schemas of all files of a site, for editors that complete and check as one types, and docs/rules.md.',
  options: {},
  async run() {
    const folder = join(projectFolder, 'schemas');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of schemaFiles()) await writeFile(join(folder, name), text);
    await writeFile(join(projectFolder, 'docs/rules.md'), rulesPage());
    return 0;
  },
};

await start(command);
