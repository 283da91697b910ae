import type { Point } from './points.ts';

/** A box that says what a value is, beside it. */
export interface Tooltip {
  element: HTMLElement;
  show(point: Point, scale: number): void;
  hide(): void;
}

/** Makes the tooltip of a chart inside its box. It can be pointed at, and holds no more than text. */
export function makeTooltip(box: HTMLElement, picture: SVGSVGElement): Tooltip {
  const element = document.createElement('div');
  element.className = 'chart-tooltip';
  // The tree says the same to assistive technology.
  element.setAttribute('aria-hidden', 'true');
  element.hidden = true;
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  ring.setAttribute('class', 'chart-ring');
  ring.setAttribute('r', '6');
  box.append(element);
  return {
    element,
    show({ x, y, series, keys, measures }, scale) {
      const head = [series, ...keys.map(([, value]) => value)].filter((text) => text !== '').join(', ');
      element.replaceChildren(
        ...(head ? [made('p', head)] : []),
        ...measures.map(([title, value]) => made('p', made('strong', value), ' ', made('span', title))),
      );
      element.hidden = false;
      ring.setAttribute('cx', String(x));
      ring.setAttribute('cy', String(y));
      picture.append(ring);
      const left = Math.min(
        Math.max(0, x * scale - element.offsetWidth / 2),
        box.clientWidth - element.offsetWidth,
      );
      const above = y * scale - element.offsetHeight - 12;
      element.style.left = `${Math.max(0, left)}px`;
      element.style.top = `${above > -24 ? above : y * scale + 14}px`;
    },
    hide() {
      element.hidden = true;
      ring.remove();
    },
  };
}

function made(name: string, ...content: (string | Node)[]): HTMLElement {
  const element = document.createElement(name);
  element.append(...content);
  return element;
}
