import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project.ts';
import { schemaFiles } from '../site/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'schemas',
  does: 'Writes the JSON Schemas of all files of a site into schemas/, for editors that complete and check as one types.',
  options: {},
  async run() {
    const folder = join(projectFolder, 'schemas');
    await mkdir(folder, { recursive: true });
    for (const [name, text] of schemaFiles()) await writeFile(join(folder, name), text);
    return 0;
  },
};

await start(command);
