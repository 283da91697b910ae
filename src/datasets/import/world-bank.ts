import { z } from 'zod';
import { Failure } from '../../diagnostics/index.ts';
import { type Grid, gridOf } from './grid.ts';

/**
 * An answer of the World Bank's Indicators API, version 2, format=json.
 * @see https://datahelpdesk.worldbank.org/knowledgebase/articles/898599-indicator-api-queries
 */
const answerSchema = z.tuple([
  z.object({
    page: z.coerce.number(),
    pages: z.coerce.number(),
    sourceid: z.string().optional(),
    lastupdated: z.string().optional(),
  }),
  z.array(
    z.object({
      indicator: z.object({ id: z.string(), value: z.string() }),
      country: z.object({ id: z.string(), value: z.string() }),
      countryiso3code: z.string(),
      date: z.string(),
      value: z.number().nullable(),
      obs_status: z.string().optional(),
    }),
  ),
]);

/** True for what looks like an answer of that API, its errors too. */
export const isWorldBank = (value: unknown): value is unknown[] =>
  Array.isArray(value) &&
  typeof value[0] === 'object' &&
  value[0] !== null &&
  (('message' in value[0] && value.length === 1) || ('page' in value[0] && 'pages' in value[0]));

/** Reads such an answer. Years without a value are left out, since the API fills its whole table with them. */
export function readWorldBank(value: readonly unknown[]): Grid {
  const parsed = answerSchema.safeParse(value);
  if (!parsed.success) {
    const { message } = (value[0] ?? {}) as { message?: { value?: string }[] };
    throw new Failure(
      message
        ? `The World Bank answered with an error: ${message.map((each) => each.value).join(', ')}. Look at the codes of places and indicator in the address.`
        : 'The World Bank answered without rows. Look at the codes of places and indicator, and at the years, in the address.',
    );
  }
  const [{ page, pages, sourceid, lastupdated }, observations] = parsed.data;
  if (pages > 1)
    throw new Failure(
      `This is page ${page} of ${pages}. Ask for all rows at once: add per_page=20000 to the address.`,
    );
  const indicators = new Map(observations.map(({ indicator }) => [indicator.id, indicator.value]));
  const known = observations.filter((each) => each.value !== null);
  if (known.length === 0) throw new Failure('There is no value in this file.');
  const several = indicators.size > 1;
  const marked = known.some(({ obs_status }) => obs_status);
  const [[id = '', title = ''] = []] = indicators;
  return {
    format: 'World Bank API',
    ...gridOf(
      known.map((each) => ({
        ...(several ? { indicator: each.indicator.id } : {}),
        country: each.country.value,
        code: each.countryiso3code || each.country.id,
        year: each.date,
        value: each.value,
        ...(marked ? { status: each.obs_status || null } : {}),
      })),
    ),
    proposal: {
      ...(several
        ? {}
        : { title, sourceUrl: `https://data.worldbank.org/indicator/${id}`, units: unitOf(title) }),
      sourceTitle: `World Bank, ${sourceid === '2' ? 'World Development Indicators' : `database ${sourceid}`}, ${[...indicators.keys()].join(', ')}`,
      ...(lastupdated === undefined ? {} : { sourceVersion: `last updated ${lastupdated}` }),
    },
    remarks:
      known.length < observations.length
        ? [
            `Rows without a value, ${observations.length - known.length} of ${observations.length}, were left out.`,
          ]
        : [],
  };
}

/** “(% of GDP)” at the end of an indicator's name is its unit. */
function unitOf(title: string): ReadonlyMap<string, string> {
  const unit = /\(([^()]+)\)$/.exec(title)?.[1];
  return new Map(unit === undefined ? [] : [['value', unit]]);
}
