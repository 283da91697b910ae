import type { z } from 'zod';
import type { CalendarDate, PlaceCode } from '../../i18n/index.ts';

/** One thing that a facts box says; `label` is a message of the kind, `kinds.<kind>.<label>`. */
export interface Fact<Label extends string = string> {
  label: Label;
  value: FactValue;
}

/** What a fact is made of, still without words of any language. */
export type FactValue =
  | { words: readonly string[] }
  | { places: readonly PlaceCode[] }
  | { days: readonly [CalendarDate, CalendarDate] }
  | { years: readonly [number, number] }
  | { at: { place: PlaceCode; locality: string | undefined } }
  | { steps: readonly { step: string; who: string | undefined; by: CalendarDate | undefined }[] };

/**
 * A kind of brief: which facts it needs beyond those of every brief, and what
 * its facts box says. A further kind is one more file beside this one, named in `index.ts`.
 */
export interface Kind<Id extends string, Label extends string, Shape extends z.ZodRawShape> {
  id: Id;
  /** The labels of its facts, which the messages of each language must have. */
  labels: readonly Label[];
  shape: Shape;
  facts(facts: z.infer<z.ZodObject<Shape>>): Fact<Label>[];
  /** What a new brief begins with, for its editor to replace: its further facts, and the words of their ids. */
  start(about: Beginning): { facts: z.input<z.ZodObject<Shape>>; words: Record<string, string> };
}

/** What is known of a brief when it is begun. */
export interface Beginning {
  places: readonly PlaceCode[];
  date: CalendarDate;
  /** The first and the last year of its data. */
  years: [number, number];
}

/** Keeps the types of a kind's schema. */
export const defineKind = <const Id extends string, const Label extends string, Shape extends z.ZodRawShape>(
  kind: Kind<Id, Label, Shape>,
) => kind;

/** The ids of words that facts use, which each language's front matter must explain. */
export const wordIdsOf = (facts: readonly Fact[]): string[] => [
  ...new Set(
    facts.flatMap(({ value }) => {
      if ('words' in value) return value.words;
      if ('at' in value) return value.at.locality ?? [];
      if ('steps' in value) return value.steps.flatMap(({ step, who }) => [step, ...(who ? [who] : [])]);
      return [];
    }),
  ),
];

/** The places that facts name. */
export const placesOf = (facts: readonly Fact[]): PlaceCode[] =>
  facts.flatMap(({ value }) => ('places' in value ? value.places : 'at' in value ? [value.at.place] : []));
