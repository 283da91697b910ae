import { dev } from 'astro';
import { offerEdition } from '../astro/edition.ts';
import { makeEdition } from '../build/index.ts';
import { check } from '../check/index.ts';
import { projectFolder } from '../project.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'dev',
  does: 'Shows the site while you edit it: changes of words, charts and data show at once.',
  options: { port: { value: 'N', does: 'port (default: 4321)' } },
  async run({ site: folder, text }) {
    const { site, files, failed, report } = await check(folder);
    if (!site || failed) {
      console.error(`${report('text')}\n\nMend these, then start again.`);
      return 1;
    }
    offerEdition(await makeEdition(site, files, { base: '/', prints: false }));
    await dev({ root: projectFolder, server: { port: Number(text('port') ?? 4321) }, logLevel: 'warn' });
    console.log(`http://localhost:${text('port') ?? 4321}/ (Ctrl+C stops it)`);
    return new Promise(() => {});
  },
};

await start(command);
