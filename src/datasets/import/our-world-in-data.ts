import { z } from 'zod';
import { Failure } from '../../diagnostics/index.ts';
import type { Proposal } from './grid.ts';

/**
 * The metadata that Our World in Data gives with the CSV of a chart.
 * @see https://docs.owid.io/projects/etl/api/chart-api/
 */
const metadataSchema = z.object({
  chart: z.object({
    title: z.string().optional(),
    citation: z.string().optional(),
    originalChartUrl: z.string().optional(),
  }),
  columns: z.record(
    z.string(),
    z.object({
      titleShort: z.string().optional(),
      titleLong: z.string().optional(),
      descriptionShort: z.string().optional(),
      shortUnit: z.string().optional(),
      unit: z.string().optional(),
      shortName: z.string().optional(),
      lastUpdated: z.string().optional(),
      citationLong: z.string().optional(),
    }),
  ),
});

/** What the metadata of Our World in Data propose for its CSV. */
export function readMetadata(bytes: Uint8Array): Proposal {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new Failure('The metadata are not valid JSON. Download them again.');
  }
  const parsed = metadataSchema.safeParse(raw);
  if (!parsed.success)
    throw new Failure('These are no metadata of Our World in Data: “chart” or “columns” is missing.');
  const { chart, columns } = parsed.data;
  const all = Object.entries(columns);
  const first = all.length === 1 ? all[0]?.[1] : undefined;
  const given = (values: Record<keyof Omit<Proposal, 'units'>, string | undefined>): Proposal =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value));
  return {
    ...given({
      title: first?.titleShort ?? chart.title,
      description: plain(first?.descriptionShort),
      sourceTitle: first?.citationLong ?? chart.citation,
      sourceUrl: chart.originalChartUrl,
      sourceVersion: first?.lastUpdated && `last updated ${first.lastUpdated}`,
    }),
    units: new Map(
      all.flatMap(([heading, { unit, shortName }]) =>
        unit ? [heading, ...(shortName ? [shortName] : [])].map((name) => [name, unit] as const) : [],
      ),
    ),
  };
}

/** Text whose Markdown links are their words alone. */
const plain = (text: string | undefined): string | undefined => text?.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
