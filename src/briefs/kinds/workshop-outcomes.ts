import { z } from 'zod';
import { date, day, id, place } from '../fields.ts';
import { defineKind } from './kind.ts';

/** What a workshop came to: where and when, who, and what is to follow. */
export const workshopOutcomes = defineKind({
  id: 'workshop-outcomes',
  labels: ['where', 'when', 'convenors', 'participants', 'supporters', 'projects', 'nextSteps'],
  shape: {
    workshop: z.strictObject({
      place,
      locality: id.describe('Its words stand in each language.').optional(),
      days: z
        .tuple([day, day])
        .refine(([first, last]) => first <= last, 'The first day comes first.')
        .describe('First and last day.'),
      convenors: z.array(id).min(1).describe('Ids of who invited to it; their words stand in each language.'),
      participants: z.array(id).min(1).describe('Ids of who took part; their words stand in each language.'),
      supporters: z.array(id).default([]),
      projects: z.array(id).default([]),
      'next-steps': z
        .array(z.strictObject({ id, who: id.optional(), by: date.optional() }))
        .default([])
        .describe('What is to follow; who and by when only where they are known.'),
    }),
  },
  facts: ({ workshop }) => [
    { label: 'where', value: { at: { place: workshop.place, locality: workshop.locality } } },
    { label: 'when', value: { days: workshop.days } },
    { label: 'convenors', value: { words: workshop.convenors } },
    { label: 'participants', value: { words: workshop.participants } },
    { label: 'supporters', value: { words: workshop.supporters } },
    { label: 'projects', value: { words: workshop.projects } },
    {
      label: 'nextSteps',
      value: { steps: workshop['next-steps'].map(({ id: step, who, by }) => ({ step, who, by })) },
    },
  ],
  start: ({ places: [place = ''], date }) => ({
    facts: {
      workshop: {
        place,
        days: [date, date] as [string, string],
        convenors: ['convenor'],
        participants: ['participants'],
      },
    },
    words: { convenor: 'Who invited to it', participants: 'Who took part' },
  }),
});
