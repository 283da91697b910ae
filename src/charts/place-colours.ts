import type { PlaceCode } from '../i18n/index.ts';
import type { KnownField, KnownFields } from './known-fields.ts';
import { drawn } from './palette.ts';
import type { Context } from './translate.ts';
import { type ChannelDefinition, type Encoding, markType, type View } from './view.ts';

/** The place's number in the palette, 1 to 6; none for regions, which are grey. */
export type PlaceColour = (code: PlaceCode) => number | undefined;

const colourChannels = ['color', 'fill', 'stroke'] as const;
const solid = [1, 0];
const dashes = [
  [6, 3],
  [2, 3],
  [10, 3, 2, 3],
];

/** A place keeps its colour in every chart; lines of regions are dashed too, so that grey print tells them apart. */
export function colourPlaces(view: View, fields: KnownFields, context: Context, isLayer: boolean): View {
  const encoding: Encoding = { ...view.encoding };
  for (const channel of colourChannels) {
    const definition = encoding[channel];
    if (!definition || Array.isArray(definition) || !isFree(definition)) continue;
    const field = fields.get(String(definition.field));
    if (field?.kind !== 'place') continue;
    const places = placesIn(field, context);
    const colours = appearances(places, context.placeColour);
    encoding[channel] = {
      ...definition,
      scale: { ...scaleOf(definition), domain: places, range: colours.map(({ colour }) => colour) },
    };
    const dashed = colours.some(({ dash }) => dash !== solid);
    if (dashed && markType(view) === 'line' && !encoding.strokeDash && !hasDash(view)) {
      encoding.strokeDash = {
        ...definition,
        // The legend of layers is shared with marks that have no dashes.
        ...(isLayer ? { legend: null } : {}),
        scale: { domain: places, range: colours.map(({ dash }) => dash) },
      };
    }
  }
  return { ...view, encoding };
}

const scaleOf = ({ scale }: ChannelDefinition) => scale ?? {};

const isFree = ({ field, scale, type }: ChannelDefinition): boolean =>
  typeof field === 'string' &&
  scale !== null &&
  scale?.range === undefined &&
  scale?.scheme === undefined &&
  scale?.domain === undefined &&
  type !== 'quantitative';

const hasDash = ({ mark }: View): boolean => typeof mark === 'object' && mark.strokeDash !== undefined;

/** The places that the chart shows, those with a colour of their own first. */
function placesIn({ name, codes }: KnownField, { survey, placeColour }: Context): string[] {
  const shown = survey.values.get(name) ?? codes;
  const rank = (code: string) => placeColour(code) ?? 99;
  return [...shown].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}

function appearances(places: readonly string[], placeColour: PlaceColour) {
  let regions = 0;
  return places.map((code) => {
    const number = placeColour(code);
    if (number !== undefined)
      return { colour: drawn.places[(number - 1) % drawn.places.length], dash: solid };
    const turn = regions % drawn.regions.length;
    regions += 1;
    return { colour: drawn.regions[turn], dash: dashes[turn] };
  });
}
