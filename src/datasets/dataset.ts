import { z } from 'zod';
import type { Language } from '../i18n/index.ts';
import { webAddress } from '../source/index.ts';
import type { DatasetId, Release, Version } from './release.ts';

/** What an editor writes in dataset.yaml. */
export const datasetFactsSchema = z.strictObject({
  update: z.enum(['yearly', 'irregular', 'once']).describe('How often the publisher brings out new values.'),
  address: webAddress.describe("The publisher's page.").optional(),
  fields: z
    .record(
      z.string(),
      z.strictObject({ decimals: z.int().min(0).max(6).describe('Digits after the decimal mark.') }),
    )
    .describe('How its numbers are written, “value: { decimals: 1 }”.')
    .optional(),
  breaks: z
    .record(z.string(), z.array(z.int()).min(1))
    .describe(
      'Breaks in the series of places, by the first year after each, “LAO: [2011]”: charts of places draw no line across them.',
    )
    .optional(),
});

export type DatasetFacts = z.infer<typeof datasetFactsSchema>;

/** What an editor or translator writes in a data set's `<language>.yaml`. */
export const datasetWordsSchema = z.strictObject({
  title: z.string().min(1).describe('What is measured.'),
  description: z.string().min(1).describe('One or two sentences, with the definition.'),
  publisher: z.string().min(1).describe('Who publishes the numbers.'),
  fields: z.record(
    z.string(),
    z.strictObject({
      title: z.string().min(1).describe('Title of axes and columns.'),
      unit: z.string().min(1).describe('The unit in words: “% of GDP”.').optional(),
      definition: z
        .string()
        .min(1)
        .describe('What it is exactly, where its title does not say it.')
        .optional(),
      values: z
        .record(z.string(), z.string().min(1))
        .describe('Names of categories and of regions.')
        .optional(),
    }),
  ),
  notes: z
    .record(z.string(), z.string().min(1))
    .describe("Translations of the releases' notes, by their ids.")
    .optional(),
});

export type DatasetWords = z.infer<typeof datasetWordsSchema>;

export interface Dataset {
  id: DatasetId;
  facts: DatasetFacts;
  words: ReadonlyMap<Language, DatasetWords>;
  /** All that were published, oldest first; at least one. */
  releases: ReadonlyMap<Version, Release>;
  newest: Release;
}
