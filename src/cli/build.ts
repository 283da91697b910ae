import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
// What is loaded at once says whether there is anything to do; the rest takes longer to load than that.
import { isUntouched, lastBuild, noteBuild, sourceDigest } from '../build/last-build.ts';
import { readShard } from '../build/parts.ts';
import { recover } from '../build/publish.ts';
import { dayOfBuild } from '../site/files.ts';
import { type Command, fromHere, type Given, start } from './arguments.ts';
import { makeProgress } from './progress.ts';

const command: Command = {
  name: 'build',
  does: 'Checks the site, makes its pages, verifies them, and puts them in the place of dist/.',
  takes: [{ name: 'DIR…', does: 'with --merge: the folders of the parts', many: true }],
  options: {
    out: { value: 'DIR', does: 'where the site goes (default: dist in the site folder)' },
    base: { value: '/PATH/', does: 'the path it stands under (default: that of its address)' },
    drafts: { does: 'makes a preview, with drafts and what is under embargo, each marked so' },
    'no-pdf': { does: 'makes no PDFs, for which a browser is needed' },
    strict: { does: 'warnings fail too' },
    explain: { does: 'says of everything that is made anew what has changed' },
    shard: { value: 'I/N', does: 'builds the I-th of N parts alone, on a machine of its own' },
    merge: { does: 'joins the parts that were built so' },
  },
  async run(given) {
    const { site, text, flag, taken } = given;
    const begin = performance.now();
    const out = fromHere(text('out')) ?? join(site, 'dist');
    const shard = text('shard') === undefined ? undefined : readShard(text('shard') ?? '');
    if (flag('merge') !== taken.length > 0 || (shard && flag('merge'))) {
      console.error('To join parts, write: npm run build -- --merge PART-1 PART-2, each built with --shard.');
      return 2;
    }
    recover(out);
    const options = ['base', 'shard'].map(text).concat(['drafts', 'no-pdf', 'strict'].filter(flag));
    const digest = () => sourceDigest(site, [...options, dayOfBuild(), process.env['SALA_CHROMIUM']]);
    const source = await digest();
    const last = lastBuild(out);
    if (last?.source === source && !flag('merge') && (await isUntouched(out, last))) {
      console.log(`Nothing has changed since ${out} was built. ${last.summary}`);
      return 0;
    }
    return buildAnew(given, { begin, out, shard, source, digest });
  },
};

async function buildAnew(
  { site, text, flag, taken }: Given,
  {
    begin,
    out,
    shard,
    source,
    digest,
  }: {
    begin: number;
    out: string;
    shard: ReturnType<typeof readShard> | undefined;
    source: string;
    digest(): Promise<string>;
  },
): Promise<number> {
  const [{ renderPages }, { build, reasonsOf }, { check }, { reportText }] = await Promise.all([
    import('../astro/render.ts'),
    import('../build/index.ts'),
    import('../check/index.ts'),
    import('../diagnostics/index.ts'),
  ]);
  const checked = await check(site, { strict: flag('strict') });
  if (checked.diagnostics.length > 0) console.error(`${checked.report('text')}\n`);
  if (checked.failed) {
    console.error('Nothing was built, and the last site stays as it was.');
    return 1;
  }
  const before = new Map(lastBuild(out)?.inputs);
  const built = await build(
    checked,
    {
      out,
      base: text('base'),
      prints: !flag('no-pdf'),
      drafts: flag('drafts'),
      shard,
      merge: taken.map((folder) => fromHere(folder) ?? folder),
      progress: makeProgress(),
    },
    renderPages,
  ).catch((error: unknown) => {
    console.error('Nothing was published, and the last site stays as it was.');
    throw error;
  });
  const { diagnostics, published, made, kept, inputs } = built;
  if (diagnostics.length > 0)
    console.error(reportText(diagnostics, (file) => checked.files.texts.get(file)?.text));
  if (!published) {
    console.error('The pages did not pass, and the last site stays as it was.');
    return 1;
  }
  if (flag('explain'))
    for (const scope of made)
      console.log(explained(scope, before.size === 0 ? undefined : reasonsOf(scope, before, inputs)));
  const { briefs = [], languages = [] } = checked.site ?? {};
  const hidden = briefs.filter((brief) => brief.hidden !== undefined).map(({ slug }) => slug);
  const shown = flag('drafts') ? briefs.length : briefs.length - hidden.length;
  const summary = [
    shard
      ? `Part ${shard.index} of ${shard.of}: ${made.length + kept} sets of pages`
      : `${shown} briefs in ${languages.length} languages`,
    ...(hidden.length === 0
      ? []
      : [
          flag('drafts')
            ? `This is a preview, not to be published: it shows ${hidden.join(', ')}.`
            : `Left out as drafts or under embargo: ${hidden.join(', ')}.`,
        ]),
  ];
  // What was changed while it was built is in the site, or is not: the next build finds out.
  if ((await digest()) === source)
    await noteBuild(out, {
      source,
      summary: `${summary.join('. ')}.`.replace('..', '.'),
      inputs: [...inputs],
    });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  const anew = kept === 0 ? '' : `, ${made.length} of ${made.length + kept} sets of pages made anew`;
  const [first, ...more] = summary;
  console.log([`${first}: ${out} (${seconds} s${anew})`, ...more].join('\n'));
  return 0;
}

/** Why a set of pages was made, in a line. */
function explained(scope: string, reasons: readonly string[] | undefined): string {
  const [first, ...others] = reasons ?? [];
  const more = others.length > 2 ? ` and ${others.length - 1} more` : '';
  const named = [first, ...others.slice(0, more ? 1 : 2)].join(', ');
  return `${scope}: ${
    reasons === undefined
      ? 'it was never made for this folder'
      : first === undefined
        ? 'nothing has changed, but what was made is not kept any more'
        : `${named}${more} changed`
  }`;
}

await start(command);
