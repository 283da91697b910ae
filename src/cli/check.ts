import { check, explainRule, rules } from '../check/index.ts';
import { didYouMean, reporters } from '../diagnostics/index.ts';
import { type Command, start } from './arguments.ts';

const command: Command = {
  name: 'check',
  does: 'Shows every problem of the site, without building. Ends with 1 when there is an error.',
  options: {
    format: { value: 'text|json|github', does: 'how to show them (default: text)' },
    strict: { does: 'warnings fail too' },
    explain: { value: 'RULE', does: 'says what a rule wants, why, and shows an example' },
  },
  async run({ site, text, flag }) {
    const explained = text('explain');
    if (explained !== undefined) {
      const rule = rules.get(explained);
      console.log(
        rule
          ? explainRule(rule)
          : `There is no rule “${explained}”. ${didYouMean(explained, rules.keys(), 'rules')}`,
      );
      return rule ? 0 : 2;
    }
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
