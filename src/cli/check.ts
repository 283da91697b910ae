import { check } from '../check/index.ts';
import { reporters } from '../diagnostics/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'check',
  does: 'Shows every problem of the site, without building. Ends with 1 when there is an error.',
  options: {
    format: { value: 'text|json|github', does: 'how to show them (default: text)' },
    strict: { does: 'warnings fail too' },
  },
  async run({ site, text, flag }) {
    const format = text('format') ?? 'text';
    if (!Object.hasOwn(reporters, format)) {
      console.error(`There is no format “${format}”. Formats: ${Object.keys(reporters).join(', ')}.`);
      return 2;
    }
    const { diagnostics, failed, report } = await check(site, { strict: flag('strict') });
    const shown = report(format as keyof typeof reporters);
    if (shown !== '' || diagnostics.length > 0) console.log(shown);
    return failed ? 1 : 0;
  },
};

await start(command);
