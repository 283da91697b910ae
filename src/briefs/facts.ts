import { z } from 'zod';
import { isVersion } from '../datasets/index.ts';
import { isLanguage } from '../i18n/index.ts';
import { webAddress } from '../source/index.ts';
import { date, day, id, place } from './fields.ts';
import { historyEntrySchema } from './history.ts';
import { type Fact, kinds } from './kinds/index.ts';

const reference = z.strictObject({
  id: id.describe('Cited as <Cite id="…" />.'),
  title: z.string().min(1).describe('In the language of the source.'),
  author: z.string().min(1).optional(),
  publisher: z.string().min(1),
  date: date.describe('Year, month or day of publication.').optional(),
  url: webAddress.optional(),
});

export type Reference = z.infer<typeof reference>;

const version = z
  .string()
  .refine(isVersion, 'One version, such as 1.0.0. No ranges: a printed number must not move.');

/** The facts that every brief has. */
const common = {
  date: day.describe('Day of publication; newest first in lists.'),
  language: z
    .string()
    .refine(isLanguage, 'A language tag such as en.')
    .describe('The language it was written in.')
    .optional(),
  authors: z
    .array(z.string().min(1))
    .default([])
    .describe('The people who wrote it; the publisher, where nobody is named.'),
  people: z
    .record(
      z.string(),
      z.strictObject({
        institution: z.string().min(1).describe('Where they work.').optional(),
        orcid: z
          .string()
          .regex(/^(\d{4}-){3}\d{3}[\dX]$/, 'An ORCID iD such as 0000-0002-1825-0097.')
          .optional(),
      }),
    )
    .describe('What programs are told of authors, by their names.')
    .optional(),
  number: z.string().min(1).describe('Its number among the publications of the publisher.').optional(),
  doi: z
    .string()
    .regex(/^10\.\d{4,9}\/\S+$/, 'A DOI such as 10.1234/abc, without an address before it.')
    .optional(),
  isbn: z
    .string()
    .regex(/^(\d-?){9}([\dX]|\d-?\d-?\d-?\d)$/, 'An ISBN of 10 or 13 digits.')
    .optional(),
  places: z.array(place).min(1).describe('What it is about.'),
  topics: z.array(id).min(1).describe('Its topics, of those in site.yaml.'),
  series: id.describe('Its series, one of those in site.yaml.').optional(),
  data: z
    .record(z.string(), version)
    .default({})
    .describe('The releases it quotes, “out-of-pocket-share: 1.0.0”.'),
  references: z
    .array(reference)
    .default([])
    .describe('The sources that it cites, each with an id, a title and a publisher.'),
  status: z.enum(['draft', 'published']).default('published').describe('A draft shows in previews alone.'),
  embargo: day.describe('The day, in UTC, before which it shows in previews alone.').optional(),
  history: z
    .array(historyEntrySchema)
    .default([])
    .describe('What came after its first publication, oldest first. npm run new -- version writes it.'),
  aliases: z.array(id).default([]).describe('Names that it had in addresses before.'),
  official: z
    .array(z.string().refine(isLanguage, 'A language tag such as en.'))
    .min(1)
    .describe('The languages whose text is official, where translations into others are not.')
    .optional(),
};

/** What an editor writes in brief.yaml. */
export const briefFactsSchema = z.discriminatedUnion(
  'kind',
  kinds.map(({ id: kind, shape }) =>
    z.strictObject({ kind: z.literal(kind).describe('Which further facts it has.'), ...common, ...shape }),
  ) as unknown as [z.core.$ZodTypeDiscriminable],
) as unknown as z.ZodType<BriefFacts>;

type Common = z.infer<z.ZodObject<typeof common>>;
type OfKind<K> = K extends { id: infer Id; shape: infer Shape extends z.ZodRawShape }
  ? { kind: Id } & Common & z.infer<z.ZodObject<Shape>>
  : never;
export type BriefFacts = OfKind<(typeof kinds)[number]>;

/** What the facts box of a brief says; empty facts are left out. */
export function factsOf(facts: BriefFacts): Fact[] {
  const kind = kinds.find(({ id: own }) => own === facts.kind);
  const all: Fact[] = kind?.facts(facts as never) ?? [];
  return all.filter(({ value }) =>
    Object.values(value).every((part) => !Array.isArray(part) || part.length > 0),
  );
}
