import { legendChannels } from './channels.ts';
import type { Context } from './context.ts';
import { extent } from './labels.ts';
import { mapUnits, unitsOf } from './layout.ts';
import { brokenInto } from './lines.ts';
import { legendOffset, lineHeight, titleRise, titleSize } from './theme.ts';
import { type ChannelDefinition, definitionsOf, type View } from './view.ts';

type Guide = 'axis' | 'legend' | 'header';

/** The channels whose legends stand above all plots of a view together, not above each. */
export function hoistedBy(view: View, around: ReadonlySet<string>): ReadonlySet<string> {
  const resolve = (view['resolve'] ?? {}) as Record<string, Record<string, string> | undefined>;
  const isOwn = (channel: string) =>
    [resolve['scale'], resolve['legend']].some((each) => each?.[channel] === 'independent');
  return new Set([...legendChannels].filter((channel) => around.has(channel) || !isOwn(channel)));
}

/**
 * A plot whose titles stand in lines that fit it, the one of its upright axis
 * above it, and its own legends above that.
 */
export function fitGuides(view: View, context: Context, hoisted: ReadonlySet<string>): View {
  const titled = unitsOf(view)
    .flatMap(({ encoding = {} }) => definitionsOf(encoding['y'] ?? []))
    .filter(hasAxisTitle);
  const beside = isTwoSided(view) && titled.length > 1 ? 0.48 : 1;
  const linesOf = (title: unknown, share = 1): string[] =>
    [title].flat().flatMap((line) => (typeof line === 'string' ? broken(line, context, share) : []));
  const rows = Math.max(0, ...titled.map((each) => linesOf(titleIn(each, 'axis'), beside).length));
  const roof = roofOf(view, context);
  const offset = rows === 0 ? undefined : legendOffset - titleRise + roof + rows * lineHeight - 4;

  const fitted = (channel: string, definition: ChannelDefinition): ChannelDefinition => {
    if (channel === 'x' || channel === 'y') {
      const lines = linesOf(titleIn(definition, 'axis'), channel === 'y' ? beside : 1);
      if (lines.length < 2 && (channel === 'x' || roof === 0)) return definition;
      const titleY = channel === 'y' ? { titleY: titleRise - roof - (lines.length - 1) * lineHeight } : {};
      return withTitle(definition, 'axis', lines, titleY);
    }
    if (!legendChannels.has(channel) || definition.legend === null) return definition;
    const lines = linesOf(titleIn(definition, 'legend'));
    const broken = lines.length < 2 ? definition : withTitle(definition, 'legend', lines, {});
    const writes =
      definition.field !== undefined ||
      definition.aggregate !== undefined ||
      definition['datum'] !== undefined;
    if (!writes || hoisted.has(channel) || offset === undefined) return broken;
    return {
      ...broken,
      legend: { ...(definition.legend?.['orient'] === undefined ? { offset } : {}), ...broken.legend },
    };
  };
  return mapUnits(view, (unit) => ({
    ...unit,
    ...(unit.encoding
      ? {
          encoding: Object.fromEntries(
            Object.entries(unit.encoding).map(([channel, own]) => [
              channel,
              Array.isArray(own) ? own : fitted(channel, own),
            ]),
          ),
        }
      : {}),
  }));
}

const titleIn = (definition: ChannelDefinition, guide: Guide): unknown =>
  definition[guide]?.['title'] !== undefined ? definition[guide]?.['title'] : definition.title;

const hasAxisTitle = (definition: ChannelDefinition): boolean =>
  definition.axis !== null &&
  [titleIn(definition, 'axis')].flat().some((line) => typeof line === 'string' && line !== '');

function withTitle(
  definition: ChannelDefinition,
  guide: Guide,
  title: readonly string[],
  more: object,
): ChannelDefinition {
  return definition[guide]?.['title'] === undefined
    ? {
        ...definition,
        title,
        ...(Object.keys(more).length > 0 ? { [guide]: { ...more, ...definition[guide] } } : {}),
      }
    : { ...definition, [guide]: { ...more, ...definition[guide], title } };
}

/** The height of an axis above the plot, which titles have to leave free. */
function roofOf(view: View, { labels }: Context): number {
  const above = unitsOf(view)
    .flatMap(({ encoding = {} }) => definitionsOf(encoding['x'] ?? []))
    .filter(({ axis }) => axis?.['orient'] === 'top');
  const heights = above.map((definition) => {
    const lines = extent(labels.table, String(definition.axis?.['format']), () => 0).lines;
    const title = hasAxisTitle(definition) ? lineHeight + 8 : 0;
    return lines * lineHeight + 10 + title + Number(definition.axis?.['offset'] ?? 0);
  });
  return Math.max(0, ...heights);
}

/** Layers with upright axes of their own, one at each side. */
const isTwoSided = ({ resolve }: View): boolean => {
  const own = (resolve ?? {}) as Record<string, Record<string, string> | undefined>;
  return [own['scale'], own['axis']].some((each) => each?.['y'] === 'independent');
};

const broken = (text: string, { language, layout }: Context, share: number): string[] =>
  brokenInto(text, { language, width: Math.max(90, layout.plot) * share, size: titleSize });
