import type { Context, PlaceColour } from './context.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import { drawn } from './palette.ts';
import { type ChannelDefinition, markType, type View } from './view.ts';

const colourChannels = ['color', 'fill', 'stroke'] as const;
const dashes = [
  [6, 3],
  [2, 3],
  [10, 3, 2, 3],
];

/** A place keeps its colour in every chart; lines of regions are dashed too, so that grey print tells them apart. */
export function colourPlaces(view: View, fields: KnownFields, context: Context): View {
  let coloured = view;
  for (const channel of colourChannels) {
    const definition = view.encoding?.[channel];
    if (!definition || Array.isArray(definition) || !isFree(definition)) continue;
    const field = fields.get(String(definition.field));
    if (field?.kind !== 'place') continue;
    const places = appearances(ownDomain(definition) ?? placesIn(field, context), context.placeColour);
    const scale = {
      ...scaleOf(definition),
      domain: places.map(({ code }) => code),
      range: places.map(({ colour }) => colour),
    };
    coloured = withDashes(coloured, String(definition.field), places);
    coloured = { ...coloured, encoding: { ...coloured.encoding, [channel]: { ...definition, scale } } };
  }
  return coloured;
}

/**
 * Lines of regions dashed, unless their author dashes lines. By an expression of
 * the mark: a second channel would put its dashes on the legends of other layers.
 */
function withDashes(view: View, field: string, places: readonly Appearance[]): View {
  const dashed = places.flatMap(({ code, dash }) => (dash ? [[code, dash]] : []));
  if (dashed.length === 0 || markType(view) !== 'line' || view.encoding?.strokeDash || hasDash(view))
    return view;
  const own = typeof view.mark === 'object' ? view.mark : { type: view.mark };
  // In the legend the place is the value of the entry.
  const code = `datum[${JSON.stringify(field)}] || datum.value`;
  const expr = `${JSON.stringify(Object.fromEntries(dashed))}[${code}] || [1, 0]`;
  return { ...view, mark: { ...own, strokeDash: { expr } } };
}

const scaleOf = ({ scale }: ChannelDefinition) => scale ?? {};

const isFree = ({ field, scale, type }: ChannelDefinition): boolean =>
  typeof field === 'string' &&
  scale !== null &&
  scale?.range === undefined &&
  scale?.scheme === undefined &&
  (scale?.domain === undefined || Array.isArray(scale.domain)) &&
  type !== 'quantitative';

/** The places in the order that the spec gives them. */
const ownDomain = ({ scale }: ChannelDefinition): string[] | undefined =>
  Array.isArray(scale?.domain) ? scale.domain.map(String) : undefined;

const hasDash = ({ mark }: View): boolean => typeof mark === 'object' && mark.strokeDash !== undefined;

/** The places that the chart shows, those with a colour of their own first. */
function placesIn({ name, codes }: KnownField, { survey, hasChoices, placeColour }: Context): string[] {
  const shown = (hasChoices ? undefined : survey.values.get(name)) ?? codes;
  const rank = (code: string) => placeColour(code) ?? 99;
  return [...shown].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

interface Appearance {
  code: string;
  colour: string | undefined;
  dash?: readonly number[] | undefined;
}

function appearances(places: readonly string[], placeColour: PlaceColour): Appearance[] {
  let regions = 0;
  return places.map((code) => {
    const number = placeColour(code);
    if (number !== undefined) return { code, colour: drawn.places[(number - 1) % drawn.places.length] };
    const turn = regions % drawn.regions.length;
    regions += 1;
    return { code, colour: drawn.regions[turn], dash: dashes[turn] };
  });
}
