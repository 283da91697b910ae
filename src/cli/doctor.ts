import { examine, reportFindings } from '../doctor/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'doctor',
  does: 'Looks at this machine, and says what a build misses and how to mend it. Ends with 1 when a build cannot work.',
  options: { format: { value: 'text|json', does: 'how to show it (default: text)' } },
  async run({ site, text }) {
    const format = text('format') ?? 'text';
    if (!['text', 'json'].includes(format)) {
      console.error(`There is no format “${format}”. Formats: text, json.`);
      return 2;
    }
    const findings = await examine(site);
    console.log(format === 'json' ? JSON.stringify(findings, null, 2) : reportFindings(findings));
    return findings.some(({ state }) => state === 'missing') ? 1 : 0;
  },
};

await start(command);
