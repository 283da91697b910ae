import { z } from 'zod';
import { place } from '../fields.ts';
import { defineKind } from './kind.ts';

/** Countries side by side, and the regions they are held against. */
export const countryComparison = defineKind({
  id: 'country-comparison',
  labels: ['compared', 'regions', 'years'],
  shape: {
    compared: z.array(place).min(2).describe('The places compared.'),
    regions: z.array(place).default([]).describe('What they are held against.'),
    years: z
      .tuple([z.int(), z.int()])
      .refine(([first, last]) => first <= last, 'The first year comes first.')
      .describe('First and last year of the comparison.'),
  },
  facts: ({ compared, regions, years }) => [
    { label: 'compared', value: { places: compared } },
    { label: 'regions', value: { places: regions } },
    { label: 'years', value: { years } },
  ],
  start: ({ places, years }) => ({ facts: { compared: [...places], regions: [], years }, words: {} }),
});
