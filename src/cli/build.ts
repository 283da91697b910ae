import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { renderPages } from '../astro/render.ts';
import { build } from '../build/index.ts';
import { check } from '../check/index.ts';
import { reportText } from '../diagnostics/index.ts';
import { type Command, fromHere, start } from './arguments.ts';
import { makeProgress } from './progress.ts';

const command: Command = {
  name: 'build',
  does: 'Checks the site, makes its pages, verifies them, and puts them in the place of dist/.',
  options: {
    out: { value: 'DIR', does: 'where the site goes (default: dist in the site folder)' },
    base: { value: '/PATH/', does: 'the path it stands under (default: that of its address)' },
    drafts: { does: 'makes a preview, with drafts and what is under embargo, each marked so' },
    'no-pdf': { does: 'makes no PDFs, for which a browser is needed' },
    strict: { does: 'warnings fail too' },
  },
  async run({ site, text, flag }) {
    const begin = performance.now();
    const checked = await check(site, { strict: flag('strict') });
    if (checked.diagnostics.length > 0) console.error(`${checked.report('text')}\n`);
    if (checked.failed) {
      console.error('Nothing was built, and the last site stays as it was.');
      return 1;
    }
    const out = fromHere(text('out')) ?? join(site, 'dist');
    const progress = makeProgress('briefs made ready to be taken away');
    const { diagnostics, published } = await build(
      checked,
      { out, base: text('base'), prints: !flag('no-pdf'), drafts: flag('drafts'), progress },
      renderPages,
    ).catch((error: unknown) => {
      console.error('Nothing was published, and the last site stays as it was.');
      throw error;
    });
    if (diagnostics.length > 0)
      console.error(reportText(diagnostics, (file) => checked.files.texts.get(file)?.text));
    if (!published) {
      console.error('The pages did not pass, and the last site stays as it was.');
      return 1;
    }
    const { briefs = [], languages = [] } = checked.site ?? {};
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    const hidden = briefs.filter((brief) => brief.hidden !== undefined).map(({ slug }) => slug);
    const shown = flag('drafts') ? briefs.length : briefs.length - hidden.length;
    console.log(`${shown} briefs in ${languages.length} languages: ${out} (${seconds} s)`);
    if (hidden.length > 0)
      console.log(
        flag('drafts')
          ? `This is a preview, not to be published: it shows ${hidden.join(', ')}.`
          : `Left out as drafts or under embargo: ${hidden.join(', ')}.`,
      );
    return 0;
  },
};

await start(command);
