import { chartPalette } from '../palette.ts';

const variables = new Map(chartPalette.map(({ light, variable }) => [light, `var(${variable})`]));

/**
 * What Vega draws, as the pictures of pages have it: colours of the palette as
 * variables, and no roles inside, since the tree of the chart says what it shows.
 */
export function asPicture(svg: Element): void {
  for (const attribute of ['fill', 'stroke', 'stop-color']) {
    for (const element of svg.querySelectorAll(`[${attribute}^="#"]`)) {
      const variable = variables.get((element.getAttribute(attribute) ?? '').toLowerCase());
      if (variable) element.setAttribute(attribute, variable);
    }
  }
  for (const element of svg.querySelectorAll('[role]'))
    for (const name of ['role', 'aria-roledescription', 'aria-label']) element.removeAttribute(name);
}
