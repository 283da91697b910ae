import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { drawOrders } from '../src/build/draw-orders.ts';
import { orderOf } from '../src/build/order-chart.ts';
import { check } from '../src/check/index.ts';
import { projectFolder } from '../src/project.ts';
import { makeLocale } from '../src/site/index.ts';
import { chartKinds } from './charts.ts';
import { generateSite } from './generate.ts';
import { CommandFailed } from './measure.ts';

/** What drawing all charts of a site took. */
export interface DrawingFigures {
  charts: number;
  /** Charts times languages; each is drawn for two widths. */
  drawings: number;
  /** Processors, and so threads that draw. */
  processors: number;
  /** In seconds, and of this program with its threads. */
  cold: { wall: number; cpu: number };
  /** When nothing has changed. */
  warm: { wall: number; cpu: number };
}

/** Generates a site of so many charts, and draws all of them: with an empty cache, and once more. */
export async function benchmarkDrawing(
  wanted: number,
  { say }: { say: (progress: string) => void },
): Promise<DrawingFigures> {
  const briefs = Math.ceil(wanted / chartKinds.length);
  const folder = join(projectFolder, `node_modules/.cache/sala/bench/drawing-${wanted}-${process.pid}`);
  const site = join(folder, 'site');
  try {
    say(`drawing ${wanted} charts: generating`);
    await generateSite(site, { briefs });
    say(`drawing ${wanted} charts: cold and warm`);
    const cold = await draw(site, wanted, join(folder, 'cache'));
    const warm = await draw(site, wanted, join(folder, 'cache'));
    const { drawings } = cold;
    return {
      charts: wanted,
      drawings,
      processors: availableParallelism(),
      cold: cold.spent,
      warm: warm.spent,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads the site, and takes the time from there to the last chart. */
async function draw(folder: string, wanted: number, cache: string) {
  const { site, report } = await check(folder);
  if (!site) throw new CommandFailed(report('text'));
  const cpuBefore = process.cpuUsage();
  const begin = performance.now();
  const orders = site.languages.flatMap((language) => {
    const locale = makeLocale(site, language);
    return [...site.charts.values()].slice(0, wanted).map((chart) => orderOf(site, locale, chart, undefined));
  });
  const outcomes = await drawOrders(orders, { folder: cache });
  const wall = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  for (const outcome of outcomes) if ('problem' in outcome) throw new CommandFailed(outcome.problem);
  return { drawings: orders.length, spent: { wall, cpu: (user + system) / 1e6 } };
}
