import { loadMeasurer, makeOutliner, type Outliner } from '../fonts/index.ts';
import type { Direction, Language } from '../i18n/index.ts';
import { brokenInto } from './lines.ts';
import { drawn } from './palette.ts';
import { escaped, withColours, withoutFrame } from './standalone.ts';
import { startColumn } from './text-column.ts';

/** What a picture shows that stands for a brief. */
export interface SharedBrief {
  language: Language;
  direction: Direction;
  /** What kind of brief it is, and which places it is about. */
  kicker: string;
  title: string;
  /** The name of the site. */
  site: string;
  /** The site's colour, `#0b5c7a`. */
  accent: string;
  /** A chart of the brief, as it stands in a page, and what it says. */
  chart?: { svg: string; title: string } | undefined;
}

const margin = 64;
/** Between the title and the chart. */
const gap = 56;
/** The size of a title: the largest in which it fits. */
const [largest, smallest] = [62, 26];
const kickerSize = 25;
const siteSize = 27;

/**
 * A picture for places where a brief is shared: its title in its own script, a
 * chart of it, and the name of the site, as SVG without texts, `width` by `height` pixels.
 */
export async function sharePicture(
  shared: SharedBrief,
  { width, height }: { width: number; height: number },
): Promise<string> {
  await loadMeasurer();
  const { language, direction, kicker, title, site, accent, chart } = shared;
  const outliner = makeOutliner('g');
  const inner = width - 2 * margin;
  const textWidth = chart ? Math.round(inner * 0.54) : inner;
  const atLeft = direction === 'ltr';
  const left = atLeft ? margin : width - margin - textWidth;
  const words = { left, width: textWidth, language, direction };

  const head = startColumn({ ...words, top: margin + 6 }, outliner);
  head.paragraph(kicker, { size: kickerSize, colour: drawn.muted });
  head.space(16);
  const size = titleSize(title, { language, width: textWidth, room: height - head.height() - margin - 74 });
  head.title(title, { size, weight: 700, colour: drawn.ink });
  const foot = startColumn({ ...words, top: height - margin - siteSize }, outliner);
  foot.paragraph(site, { size: siteSize, weight: 700, colour: accent });

  const chartWidth = inner - textWidth - gap;
  const figure = chart
    ? figureOf(
        chart,
        { ...words, left: atLeft ? margin + textWidth + gap : margin, width: chartWidth, height },
        outliner,
      )
    : '';
  return withColours(
    [
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"',
      ` width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${escaped(title)}</title>`,
      `<defs>${outliner.glyphs()}</defs><rect width="100%" height="100%" fill="${drawn.ground}"/>`,
      `<rect width="100%" height="14" fill="${accent}"/>`,
      head.content(),
      foot.content(),
      figure,
      '</svg>',
    ].join(''),
  );
}

/** The largest size in which a title leaves room for what stands below it. */
function titleSize(
  title: string,
  { language, width, room }: { language: Language; width: number; room: number },
): number {
  for (let size = largest; size > smallest; size -= 2) {
    const setting = { language, width, size, weight: 700 as const };
    const lines = brokenInto(title, setting);
    const column = startColumn({ left: 0, top: 0, width, language, direction: 'ltr' }, makeOutliner('m'));
    column.title(title, { size, weight: 700, colour: drawn.ink });
    if (lines.length <= 7 && column.height() <= room) return size;
  }
  return smallest;
}

/** The chart under its title, as large as fits. */
function figureOf(
  { svg, title }: NonNullable<SharedBrief['chart']>,
  {
    height,
    ...setting
  }: { left: number; width: number; height: number; language: Language; direction: Direction },
  outliner: Outliner,
): string {
  const [, drawnWidth = 1, drawnHeight = 1] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const head = startColumn({ ...setting, top: margin + 6 }, outliner);
  head.title(title, { size: 19, weight: 700, colour: drawn.ink });
  head.space(14);
  const room = height - margin - head.height();
  const scale = Math.min(setting.width / drawnWidth, room / drawnHeight);
  const x = setting.left + (setting.direction === 'rtl' ? setting.width - drawnWidth * scale : 0);
  const place = `translate(${x} ${head.height()}) scale(${Math.round(scale * 1000) / 1000})`;
  return `${head.content()}<g transform="${place}">${withoutFrame(svg, outliner)}</g>`;
}
