import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { renderPages } from '../astro/render.ts';
import { printBrief } from '../build/index.ts';
import { check } from '../check/index.ts';
import { didYouMean, hasErrors, reportText } from '../diagnostics/index.ts';
import { type Command, fromHere, start } from './arguments.ts';

const command: Command = {
  name: 'pdf',
  does: 'Prints one brief, to look at while it is edited.',
  takes: [{ name: 'SLUG', does: 'the brief, by the name of its folder' }],
  options: {
    language: { value: 'LANGUAGE', does: 'prints this language alone (default: all that it is written in)' },
    out: { value: 'DIR', does: 'where the PDFs go (default: .cache/pdf in the site folder)' },
    open: { does: 'opens them' },
  },
  async run({ site: folder, text, flag, taken: [slug = ''] }) {
    const checked = await check(folder);
    if (!checked.site || checked.failed) {
      console.error(checked.report('text'));
      return 1;
    }
    const slugs = checked.site.briefs.map((each) => each.slug);
    const brief = checked.site.briefs.find((each) => each.slug === slug);
    if (!brief) {
      const why = slug === '' ? 'Name a brief.' : `There is no brief ${slug}.`;
      console.error(`${why} ${didYouMean(slug, slugs, 'briefs')}`);
      return 2;
    }
    const written = [...brief.translations.keys()];
    const language = text('language');
    if (language !== undefined && !written.includes(language)) {
      console.error(
        `${brief.slug} is not written in ${language}. ${didYouMean(language, written, 'languages')}`,
      );
      return 2;
    }
    const languages = language === undefined ? written : [language];
    const out = fromHere(text('out')) ?? join(folder, '.cache/pdf');
    const { diagnostics, pdfs } = await printBrief(
      checked,
      { slug: brief.slug, languages },
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
