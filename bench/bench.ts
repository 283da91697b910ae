import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../src/browser/index.ts';
import { fromHere } from '../src/cli/arguments.ts';
import { benchmarkDrawing, type DrawingFigures } from './drawing.ts';
import { figuresChart } from './figures-chart.ts';
import { availableMeter, CommandFailed } from './measure.ts';
import { benchmarkPrinting, type PrintingFigures } from './printing.ts';
import { drawingTable, printingTable, searchingTable, tablesOf } from './report.ts';
import { benchmark, type Figures } from './run.ts';
import { benchmarkSearching, type SearchingFigures } from './searching.ts';

const help = `npm run bench -- [options]

Generates sites of briefs in four languages with three charts each, builds them beside plain Astro, for the first time,
again, and with one sentence changed, and reports time, peak memory, what the pages weigh and when their first chart is seen;
or prints them, and reports what that takes beside the browser's own printing; or draws their charts, for the first time and
again; or makes the index of the search, and asks it. The tables are Markdown.

  --briefs N[,N…]  briefs of the site; may be given more than once (default: 10,50; docs/scale.md has 10,50,250,1000)
  --pdf            builds with PDFs too
  --printing N     prints so many briefs in each language, and builds no site but with --briefs
  --charts N       draws so many charts in each language, and builds no site but with --briefs
  --search N       makes the index of so many briefs, and builds no site but with --briefs
  --json FILE      write the figures into a file too, and beside it a chart of them, an SVG
  --help           show this help`;

process.exitCode = await main(process.argv.slice(2));

async function main(line: string[]): Promise<number> {
  let given: {
    briefs?: string[];
    printing?: string;
    charts?: string;
    search?: string;
    pdf?: boolean;
    json?: string;
    help?: boolean;
  };
  try {
    given = parseArgs({
      args: line,
      options: {
        briefs: { type: 'string', multiple: true },
        printing: { type: 'string' },
        charts: { type: 'string' },
        search: { type: 'string' },
        pdf: { type: 'boolean' },
        json: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${help}`);
    return 2;
  }
  if (given.help) {
    console.log(help);
    return 0;
  }
  const { printing, charts, search } = given;
  const byDefault = [printing, charts, search].every((each) => each === undefined) ? ['10,50'] : [];
  const sizes = (given.briefs ?? byDefault).flatMap((each) => each.split(',')).map((each) => each.trim());
  const wrong = [...sizes, printing ?? '1', charts ?? '1', search ?? '1'].find(
    (each) => !/^[1-9]\d{0,3}$/.test(each),
  );
  if (wrong !== undefined) {
    console.error(
      `--briefs, --printing, --charts and --search take whole numbers from 1 to 9999, and “${wrong}” is none. Write: --briefs 10,50`,
    );
    return 2;
  }
  return report(
    { sizes: sizes.map(Number), prints: given.pdf === true },
    printing === undefined ? undefined : Number(printing),
    charts === undefined ? undefined : Number(charts),
    search === undefined ? undefined : Number(search),
    fromHere(given.json),
  );
}

async function report(
  { sizes, prints }: { sizes: readonly number[]; prints: boolean },
  printed: number | undefined,
  drawn: number | undefined,
  searched: number | undefined,
  json: string | undefined,
): Promise<number> {
  if (json !== undefined) await mkdir(dirname(json), { recursive: true });
  const meter = availableMeter();
  const say = (progress: string) => console.error(progress);
  const runs: Figures[] = [];
  let printing: PrintingFigures | undefined;
  let drawing: DrawingFigures | undefined;
  let searching: SearchingFigures[] | undefined;
  try {
    if (sizes.length > 0) {
      const browser = await launchBrowser();
      try {
        for (const briefs of sizes) runs.push(await benchmark(briefs, { meter, browser, prints, say }));
      } finally {
        await browser.close();
      }
    }
    if (printed !== undefined) printing = await benchmarkPrinting(printed, { meter, say });
    if (drawn !== undefined) drawing = await benchmarkDrawing(drawn, { say });
    if (searched !== undefined) searching = await benchmarkSearching(searched, { say });
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message);
    return 1;
  }
  if (runs.length > 0) console.log(tablesOf(runs));
  if (printing) console.log(printingTable(printing));
  if (drawing) console.log(drawingTable(drawing));
  if (searching) console.log(searchingTable(searching));
  const [processor] = cpus();
  const machine = {
    node: process.version,
    system: `${platform()} ${arch()}`,
    processor: processor?.model ?? '',
    processors: cpus().length,
    memory: totalmem(),
    // How many programs wanted a processor at the end, in the last fifteen minutes.
    load: loadavg()[2],
  };
  if (json !== undefined) {
    const figures = { machine, meter, runs, printing, drawing, searching };
    await writeFile(json, `${JSON.stringify(figures, null, 2)}\n`);
    if (runs.length > 0) await writeFile(json.replace(/(?:\.json)?$/, '.svg'), await figuresChart(runs));
  }
  return 0;
}
