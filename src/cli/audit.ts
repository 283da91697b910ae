import { auditBrief, check, describeAudit, isWrong } from '../check/index.ts';
import { reportText } from '../diagnostics/index.ts';
import { type Command, start } from './arguments.ts';
import { briefAsked } from './brief-asked.ts';

const formats = ['text', 'json'];

const command: Command = {
  name: 'audit',
  does: 'Lists every number of a brief: from which row of which data release it comes, or that it was written by hand. Numbers from data are computed again. Ends with 1 when one of them cannot be.',
  takes: [{ name: 'SLUG', does: 'the brief, by the name of its folder' }],
  options: {
    language: { value: 'LANGUAGE', does: 'this language alone (default: all that it is written in)' },
    format: {
      value: formats.join('|'),
      does: 'how to show them (default: text); json has each cell of tables and charts too',
    },
  },
  async run(given) {
    const { site: folder, text } = given;
    const format = text('format') ?? 'text';
    if (!formats.includes(format)) {
      console.error(`There is no format “${format}”. Formats: ${formats.join(', ')}.`);
      return 2;
    }
    const { site, files, diagnostics, report } = await check(folder);
    if (!site) {
      console.error(`${report('text')}\n\nNumbers are listed once these errors are mended.`);
      return 1;
    }
    const asked = briefAsked(site, given);
    if (!asked) return 2;
    const audit = await auditBrief({ site, files, diagnostics }, asked.brief, asked.languages);
    if (format === 'json') console.log(JSON.stringify(audit, null, 2));
    else {
      console.log(describeAudit(audit));
      if (audit.findings.length > 0)
        console.log(`\n${reportText(audit.findings, (file) => files.texts.get(file)?.text)}`);
    }
    return audit.numbers.some(isWrong) ? 1 : 0;
  },
};

await start(command);
