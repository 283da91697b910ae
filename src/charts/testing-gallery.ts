import { readdirSync, readFileSync } from 'node:fs';
import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { parse as parseYaml } from 'yaml';
import type { Language } from '../i18n/index.ts';
import { checkChart } from './check.ts';
import { configFor } from './compile.ts';
import { type Drawing, drawSettled, settle } from './draw.ts';
import { portableSpec } from './portable.ts';
import type { SceneMark } from './scene.ts';
import { sizesOf } from './sizes.ts';
import { rowsNeeded } from './table-rows.ts';
import { readTestChart, testData } from './testing.ts';
import { restartRandom } from './vega-runtime.ts';

/** Specs of all marks, transforms and compositions, with words in four languages. */
const folder = new URL('../../test/fixtures/gallery/', import.meta.url);
const words = parseYaml(readFileSync(new URL('words.yaml', folder), 'utf8')) as Record<
  Language,
  Record<string, string>
>;
export const galleryLanguages = Object.keys(words);
export const galleryNames = readdirSync(folder)
  .filter((file) => file.endsWith('.vl.json'))
  .map((file) => file.replace('.vl.json', ''));

/** A chart of the gallery, read and checked as the charts of a site are. */
function readChart(name: string) {
  const { chart, found, report } = readTestChart(readFileSync(new URL(`${name}.vl.json`, folder), 'utf8'));
  const data = testData('en');
  if (chart) checkChart(chart, (id) => data.get(id)?.fields.map((field) => field.name), report, data.keys());
  return { chart, found };
}

const charts = new Map<string, ReturnType<typeof readChart>>();

/** What draws a chart of the gallery for a reader. Throws what is reported of it. */
export function drawingOf(name: string, language: Language, width: number): Drawing {
  const { chart, found } = charts.get(name) ?? readChart(name);
  if (!chart || found.length > 0) throw new Error(found.join('\n'));
  charts.set(name, { chart, found });
  return {
    chart,
    data: testData(language),
    words: Object.fromEntries(chart.words.map((key) => [key, words[language]?.[key] ?? key])),
    language,
    width,
    placeColour: (code) => ({ LAO: 1, KHM: 2, VNM: 3 })[code],
    titledBy: 'title',
  };
}

/** A chart that is drawn: its scene, and on demand its SVG with the place of the first plot's corner in it. */
export interface Picture {
  root: SceneMark;
  svg(): Promise<{ text: string; origin: readonly [number, number] }>;
}

/** A chart as the engine draws it, and as Vega alone draws the spec that goes with it. */
export async function bothPictures(drawing: Drawing): Promise<{ own: Picture; plain: Picture }> {
  const settled = await settle(drawing);
  const { translated, layout, drawn } = settled;
  const { language, width, chart, data } = drawing;
  const config = configFor(translated, language, sizesOf(layout));
  const { spec } = portableSpec({
    chart: translated,
    config,
    rows: rowsNeeded(chart, data),
    language,
    width,
  });
  const { root, extent } = drawn;
  const svg = async () => ({
    text: drawSettled(drawing, settled).svg,
    origin: [-extent.x1, -extent.y1] as const,
  });
  return { own: { root, svg }, plain: await drawPlainly(spec) };
}

/** What Vega-Lite and Vega make of a spec by themselves. */
export async function drawPlainly(spec: object): Promise<Picture> {
  restartRandom();
  const logger = vega.logger(vega.None);
  const plain = JSON.parse(JSON.stringify(spec)) as TopLevelSpec;
  const view = new vega.View(vega.parse(compile(plain, { logger }).spec), { renderer: 'none', logger });
  await view.runAsync();
  const { root } = view.scenegraph() as unknown as { root: SceneMark };
  const svg = async () => {
    const text = await view.toSVG();
    const [, x, y] = /<g [^>]*transform="translate\(([^,]+),([^)]+)\)"/.exec(text) ?? [];
    return { text, origin: [Number(x), Number(y)] as const };
  };
  return { root, svg };
}
