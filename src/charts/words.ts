import { z } from 'zod';

/** What an editor or translator writes in a chart's `<language>.yaml`. */
export const chartWordsSchema = z.strictObject({
  title: z.string().min(1).describe('The finding, in words.'),
  subtitle: z.string().min(1).describe('The measure, unit, places and years.'),
  description: z
    .string()
    .min(1)
    .describe(
      'For readers who cannot see the chart: its kind, what it shows, the main values. Not the title again.',
    ),
  notes: z
    .array(z.string().min(1))
    .describe("What differs in definition, besides the data sets' own notes.")
    .optional(),
  words: z
    .record(z.string(), z.string().min(1))
    .describe("The words in the picture: the keys of the spec's `words` parameter.")
    .optional(),
});

export type ChartWords = z.infer<typeof chartWordsSchema>;
