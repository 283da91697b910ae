import { chartPalette } from '../palette.ts';

const variables = new Map(chartPalette.map(({ light, variable }) => [light, `var(${variable})`]));

/** Gives drawn colours of the palette their variables, as the pictures of pages have them. */
export function withVariables(svg: Element): void {
  for (const attribute of ['fill', 'stroke', 'stop-color']) {
    for (const element of svg.querySelectorAll(`[${attribute}^="#"]`)) {
      const variable = variables.get((element.getAttribute(attribute) ?? '').toLowerCase());
      if (variable) element.setAttribute(attribute, variable);
    }
  }
}
