import { chartPalette } from './palette.ts';

const variables = new Map(chartPalette.map(({ light, variable }) => [light, variable]));

interface Size {
  width: number;
  height: number;
}

/** Turns Vega's SVG into the one that stands in a page: colours as variables, the page's fonts, ids of its own. */
export function finish(
  svg: string,
  { prefix, titledBy, width, drawn }: { prefix: string; titledBy: string; width: number; drawn: Size },
): string {
  const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '');
  // What does not fit is made smaller, not cut off.
  const room = Math.max(width, Math.ceil(drawn.width));
  const height = Math.ceil(drawn.height);
  const size = `width="${width}" height="${Math.ceil((height * width) / room)}" viewBox="0 0 ${room} ${height}"`;
  const root = `<svg xmlns="http://www.w3.org/2000/svg" class="chart-svg" ${size} direction="ltr" font-size="12px" role="img" aria-labelledby="${titledBy}">`;
  return `${root}${[
    withVariables,
    withoutNoise,
    rounded,
    withoutBareShapes,
    withoutEmptyGroups,
    withShortPaths,
    withShortPlaces,
    (text: string) => withOwnIds(text, prefix),
  ].reduce((text, step) => step(text), inner)}</svg>`;
}

const withVariables = (svg: string): string =>
  svg.replace(/(fill|stroke|stop-color)="(#[0-9a-f]{6})"/gi, (whole, attribute: string, value: string) => {
    const variable = variables.get(value.toLowerCase());
    return variable ? `${attribute}="var(${variable})"` : whole;
  });

/** Fonts come from the page; classes, roles and pointer events mean nothing in a still picture. */
const withoutNoise = (svg: string): string =>
  svg
    .replace(/ (?:font-family|class|pointer-events|role|aria-[a-z]+|xmlns(?::xlink)?|version)="[^"]*"/g, '')
    .replace(
      /<path d="M0,0h[^"]*" (?:fill="none"|stroke="none"|fill="none" stroke="none")\s*\/?>(?:<\/path>)?/g,
      '',
    )
    // Labels that would overlap are drawn unseen; they would still be read and copied.
    .replace(/<text(?=[^>]* opacity="0")[^>]*>(?:(?!<\/text>).)*<\/text>/gs, '')
    // What is so without being said, and shapes of no extent.
    .replace(
      / (?:(?:opacity|stroke-width|fill-opacity|stroke-opacity)="1"|[xy][12]="0"|text-anchor="start"|stroke-miterlimit="4"|stroke-dasharray="1,0")/g,
      '',
    )
    .replace(/<path d="(?:M0,0h0v0h0Z)?"(?: display="none")?\s*\/>/g, '')
    .replace(/<g><\/g>/g, '')
    .replace(/<g><\/g>/g, '');

/** To a tenth of a pixel, which is less than the eye sees. */
const rounded = (svg: string): string =>
  svg.replace(
    / (d|transform|x|y|x1|x2|y1|y2|width|height|points|stroke-width|r|cx|cy)="([^"]*)"/g,
    (_, name: string, value: string) =>
      ` ${name}="${value.replace(/-?\d+\.\d+(?:e-?\d+)?/g, (number) => {
        const near = Math.round(Number(number) * 10) / 10;
        return String(Object.is(near, -0) ? 0 : near);
      })}"`,
  );

/** Areas without fill and line, which only catch the pointer in a live chart. */
const withoutBareShapes = (svg: string): string =>
  svg.replace(/(?<!<clipPath[^>]*>)<path d="M0,0h[^"]*"\/>/g, '');

/** A long line takes half as much when each point is given from the one before, and outlines of maps too. */
const withShortPaths = (svg: string): string =>
  svg.replace(/ d="(M[^"HhVvCcQqAa]*)"/g, (_, path: string) => {
    let [x, y, startX, startY] = [0, 0, 0, 0];
    const isClosed = path.includes('Z');
    const steps = path.replace(
      /([MLZ])([^,MLZ]*),?([^MLZ]*)/g,
      (_, command: string, toX: string, toY: string) => {
        if (command === 'Z') {
          [x, y] = [startX, startY];
          return 'z';
        }
        // In whole tenths, so that no error adds up.
        const [nextX, nextY] = [Math.round(Number(toX) * 10), Math.round(Number(toY) * 10)];
        const step = `${tenths(nextX - x)},${tenths(nextY - y)}`.replace(',-', '-');
        const stays = isClosed && nextX === x && nextY === y;
        [x, y] = [nextX, nextY];
        if (command === 'M') {
          [startX, startY] = [x, y];
          return `m${step}`;
        }
        // What follows a point without a letter is a line.
        return stays ? '' : step.startsWith('-') ? step : ` ${step}`;
      },
    );
    return ` d="${steps}"`;
  });

const tenths = (number: number): string => String(number / 10).replace(/^(-?)0\./, '$1.');

/** A text of one line says where it stands in fewer letters. */
const withShortPlaces = (svg: string): string =>
  svg.replace(
    /(<text[^>]*) transform="translate\(([^,)]*),([^)]*)\)"([^>]*>)(?!<)/g,
    (_, before: string, x: string, y: string, after: string) => `${before} x="${x}" y="${y}"${after}`,
  );

/** Groups that change nothing are half of what Vega writes. */
function withoutEmptyGroups(svg: string): string {
  const open: boolean[] = [];
  return svg
    .replace(/ transform="translate\(0,0\)"/g, '')
    .replace(/ font-size="12px"/g, '')
    .replace(/<g[^>]*>|<\/g>/g, (tag) => {
      if (tag.endsWith('/>')) return tag;
      if (tag === '</g>') return open.pop() ? tag : '';
      open.push(tag !== '<g>');
      return tag === '<g>' ? '' : tag;
    });
}

/** Vega counts its ids up over all drawings; here they count within one. */
function withOwnIds(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [, id = ''] of svg.matchAll(/ id="([^"]+)"/g)) ids.set(id, `${prefix}-${ids.size + 1}`);
  return svg.replace(/ id="([^"]+)"|url\(#([^)]+)\)/g, (whole, id?: string, reference?: string) => {
    const own = ids.get(id ?? reference ?? '');
    if (own === undefined) return whole;
    return id === undefined ? `url(#${own})` : ` id="${own}"`;
  });
}
