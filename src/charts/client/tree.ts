import { type SceneItem, type SceneMark, type TextItem, visitMarks } from '../scene.ts';
import { filled, type LiveWords } from './live-file.ts';
import type { Point } from './points.ts';

/** A part of a chart as text. */
export interface ChartNode {
  text: string;
  children: readonly ChartNode[];
  point?: Point;
  /** The code of a series, which can be hidden. */
  series?: unknown;
}

/**
 * A chart as a tree (after Olli, https://mitvis.github.io/olli/): its title with
 * its descriptions, its axes, and its series with their values.
 */
export function treeOf(
  { title, descriptions }: { title: string; descriptions: readonly string[] },
  root: SceneMark,
  points: readonly Point[],
  words: LiveWords,
): ChartNode {
  const leaf = (text: string): ChartNode => ({ text, children: [] });
  return {
    text: title,
    children: [
      ...descriptions.map(leaf),
      ...axesOf(root).map(({ title: written, isUpright, labels }) => {
        const meant = points.map(({ view }) => view.axes[isUpright ? 'y' : 'x']).find((each) => each);
        const named = written || meant;
        const [first = '', last = ''] = [labels[0], labels.at(-1)];
        return leaf(filled(named ? words.axis : words.bareAxis, { title: named ?? '', first, last }));
      }),
      ...seriesOf(points, words),
    ],
  };
}

function seriesOf(points: readonly Point[], words: LiveWords): ChartNode[] {
  const series = new Map<string, Point[]>();
  for (const point of distinct(points)) {
    const own = series.get(point.series) ?? [];
    series.set(point.series, own);
    own.push(point);
  }
  return [...series].map(([name, own]) => ({
    text: [filled(name ? words.series : words.values, { name, count: own.length }), ...measuresOf(own)].join(
      '; ',
    ),
    series: own[0]?.code,
    children: own.map((point) => ({ text: textOf(point, measuresOf(own).length > 0), children: [], point })),
  }));
}

/** Layers that draw the same values, as points upon a line, say them once. */
function distinct(points: readonly Point[]): Point[] {
  const said = ({ series, keys, measures }: Point) => JSON.stringify([series, keys, measures]);
  return [...new Map(points.map((point) => [said(point), point])).values()];
}

/** What the numbers of a series are, said once where all are of one kind. */
function measuresOf(points: readonly Point[]): string[] {
  const titles = new Set(
    points.map(({ measures }) => (measures.length === 1 ? measures[0]?.[0] : undefined)),
  );
  const [only] = titles;
  return titles.size === 1 && only ? [only] : [];
}

/** A value without what was said of its series. */
function textOf({ keys, measures }: Point, isTitled: boolean): string {
  const key = keys.map(([, value]) => value).join(', ');
  const values = measures
    .map(([title, value]) => (isTitled || !title ? value : `${title}: ${value}`))
    .join('; ');
  return [key, values].filter((text) => text !== '').join(': ');
}

interface Axis {
  title: string;
  isUpright: boolean;
  labels: string[];
}

function axesOf(root: SceneMark): Axis[] {
  const axes = new Map<SceneItem, Axis>();
  visitMarks(root, ({ role, items }, parent) => {
    if (!parent || (role !== 'axis-label' && role !== 'axis-title')) return;
    const orient = String((parent as { orient?: unknown }).orient);
    const isUpright = orient === 'left' || orient === 'right';
    const axis = axes.get(parent) ?? { title: '', isUpright, labels: [] };
    axes.set(parent, axis);
    const texts = (items as TextItem[]).map(({ text }) => [text ?? ''].flat().join(' '));
    if (role === 'axis-title') axis.title = texts.join(' ');
    else axis.labels.push(...texts);
  });
  const written = [...axes.values()].filter(({ labels }) => labels.length > 0);
  // Each cell of a facet may have the same.
  return [...new Map(written.map((axis) => [JSON.stringify(axis), axis])).values()];
}
