import { directionOf } from '../i18n/index.ts';
import { isTime } from './channels.ts';
import type { Context } from './context.ts';
import { isDiscrete, mapUnits, unitsOf } from './layout.ts';
import { type ChannelDefinition, definitionsOf, type Encoding, type View } from './view.ts';

/**
 * A plot of named rows as it is read from right to left: the names stand at the
 * right (see the theme) and bars grow from there. Time and amounts against
 * amounts run from left to right in every language, as numbers are read.
 */
export function mirrored(view: View, { language, layout }: Context): View {
  if (directionOf(language) !== 'rtl' || !hasRows(view)) return view;
  return mapUnits(view, (unit) => ({
    ...unit,
    ...(typeof unit.mark === 'object' ? { mark: turned(unit.mark) } : {}),
    ...(unit.encoding?.['x'] === undefined ? {} : { encoding: reversed(unit.encoding, layout.plot) }),
  }));
}

function hasRows(view: View): boolean {
  const channels = (name: string) =>
    unitsOf(view).flatMap(({ encoding }) => definitionsOf(encoding?.[name] ?? []));
  return channels('y').some((y) => isDiscrete(y) && !isTime(y)) && !channels('x').some(isTime);
}

function turned(mark: Record<string, unknown>): Record<string, unknown> {
  const { align, dx } = mark;
  return {
    ...mark,
    ...(align === 'left' ? { align: 'right' } : align === 'right' ? { align: 'left' } : {}),
    ...(typeof dx === 'number' ? { dx: -dx } : {}),
  };
}

function reversed(encoding: Encoding, plot: number): Encoding {
  const one = (definition: ChannelDefinition): ChannelDefinition => {
    if (typeof definition['value'] === 'number') return { ...definition, value: plot - definition['value'] };
    if (definition.scale === null) return definition;
    return { ...definition, scale: { ...definition.scale, reverse: definition.scale?.['reverse'] !== true } };
  };
  const { x, x2 } = encoding;
  return {
    ...encoding,
    ...(x && !Array.isArray(x) ? { x: one(x) } : {}),
    ...(x2 && !Array.isArray(x2) && x2['value'] !== undefined ? { x2: one(x2) } : {}),
  };
}
