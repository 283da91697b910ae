import { changesBetween, check, checkFiles, describeChanges, explainRule, rules } from '../check/index.ts';
import { didYouMean, reporters } from '../diagnostics/index.ts';
import { makeSite, readSiteFilesAt, type SiteFiles } from '../site/index.ts';
import { type Command, fromHere, type Given, start } from './arguments.ts';

const command: Command = {
  name: 'check',
  does: 'Shows every problem of the site, without building. Ends with 1 when there is an error.',
  options: {
    format: { value: 'text|json|github|gitlab', does: 'how to show them (default: text)' },
    strict: { does: 'warnings fail too' },
    explain: { value: 'RULE', does: 'says what a rule wants, why, and shows an example' },
    since: {
      value: 'REVISION',
      does: 'says what has changed for readers since a commit, a branch or a tag, as a comment for a pull request; with --format json as data',
    },
    dist: { value: 'DIR', does: 'with --since: the built site, for the pages of its PDFs' },
  },
  async run(given) {
    const { site, text, flag } = given;
    const explained = text('explain');
    if (explained !== undefined) return explain(explained);
    const format = text('format') ?? 'text';
    if (!Object.hasOwn(reporters, format)) {
      console.error(`There is no format “${format}”. Formats: ${Object.keys(reporters).join(', ')}.`);
      return 2;
    }
    const since = text('since');
    if (since !== undefined) return compare(since, given, format);
    const { diagnostics, failed, report } = await check(site, { strict: flag('strict') });
    const shown = report(format as keyof typeof reporters);
    if (shown !== '' || diagnostics.length > 0) console.log(shown);
    return failed ? 1 : 0;
  },
};

function explain(id: string): number {
  const rule = rules.get(id);
  if (rule) console.log(explainRule(rule));
  else console.error(`There is no rule “${id}”. ${didYouMean(id, rules.keys(), 'rules')}`);
  return rule ? 0 : 2;
}

async function compare(
  revision: string,
  { site: folder, text, flag }: Given,
  format: string,
): Promise<number> {
  const { site, files, diagnostics, failed, report } = await check(folder, { strict: flag('strict') });
  if (!site) {
    console.log(report(format as keyof typeof reporters));
    return 1;
  }
  const was = withMessagesOf(await readSiteFilesAt(folder, revision), files);
  const { site: before } = makeSite(was);
  if (!before) {
    // Whoever mends a broken site must not be stopped by it.
    const [error] = checkFiles(was).filter(({ severity }) => severity === 'error');
    console.log(
      `The site of ${revision} cannot be read, so that nothing can be compared with it: ${error?.message} (${error?.file})`,
    );
    return failed ? 1 : 0;
  }
  const changes = changesBetween(before, site);
  const dist = fromHere(text('dist'));
  // Documents are read for this alone.
  const pageCounts =
    dist === undefined ? [] : await (await import('../build/index.ts')).pageCounts(dist, site);
  console.log(
    format === 'json'
      ? JSON.stringify({ ...changes, pageCounts }, null, 2)
      : describeChanges(changes, { diagnostics, pageCounts }),
  );
  return failed ? 1 : 0;
}

/** The words of the interface are those of today: an older site lacks the words of what is new in the engine. */
function withMessagesOf(files: SiteFiles, { texts }: SiteFiles): SiteFiles {
  const isMessages = (path: string) => path.startsWith('content/messages/');
  return {
    ...files,
    texts: new Map([
      ...[...files.texts].filter(([path]) => !isMessages(path)),
      ...[...texts].filter(([path]) => isMessages(path)),
    ]),
  };
}

await start(command);
