import { develop } from '../astro/develop.ts';
import { check } from '../check/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'dev',
  does: 'Shows the site while you edit it: changes of words, charts and data show at once, and so do problems.',
  options: { port: { value: 'N', does: 'port (default: 4321)' } },
  async run({ site, text }) {
    const checked = await check(site);
    if (checked.failed) console.error(checked.report('text'));
    const address = await develop(checked, Number(text('port') ?? 4321));
    console.log(`${address} shows all briefs and problems (Ctrl+C stops it)`);
    return new Promise(() => {});
  },
};

await start(command);
