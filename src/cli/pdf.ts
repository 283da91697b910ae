import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { renderPages } from '../astro/render.ts';
import { printBrief } from '../build/index.ts';
import { check } from '../check/index.ts';
import { hasErrors, reportText } from '../diagnostics/index.ts';
import { type Command, fromHere, start } from './arguments.ts';
import { briefAsked } from './brief-asked.ts';

const command: Command = {
  name: 'pdf',
  does: 'Prints one brief, to look at while it is edited.',
  takes: [{ name: 'SLUG', does: 'the brief, by the name of its folder' }],
  options: {
    language: { value: 'LANGUAGE', does: 'prints this language alone (default: all that it is written in)' },
    out: { value: 'DIR', does: 'where the PDFs go (default: .cache/pdf in the site folder)' },
    open: { does: 'opens them' },
  },
  async run(given) {
    const { site: folder, text, flag } = given;
    const checked = await check(folder);
    if (!checked.site || checked.failed) {
      console.error(checked.report('text'));
      return 1;
    }
    const asked = briefAsked(checked.site, given);
    if (!asked) return 2;
    const out = fromHere(text('out')) ?? join(folder, '.cache/pdf');
    const { diagnostics, pdfs } = await printBrief(
      checked,
      { slug: asked.brief.slug, languages: asked.languages },
      out,
      renderPages,
    );
    if (diagnostics.length > 0)
      console.error(reportText(diagnostics, (file) => checked.files.texts.get(file)?.text));
    for (const pdf of pdfs) console.log(pdf);
    if (flag('open')) for (const pdf of pdfs) open(pdf);
    return hasErrors(diagnostics) ? 1 : 0;
  },
};

/** Opens a file in the program that the system has for it. */
function open(file: string): void {
  const [program, ...options] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  execFile(program ?? '', [...options, file], (error) => {
    if (error) console.error(`${file} could not be opened by ${program}.`);
  });
}

await start(command);
