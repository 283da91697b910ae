import { z } from 'zod';
import { id, placePattern } from '../briefs/index.ts';
import { isLanguage } from '../i18n/index.ts';

const placeCode = z.string().regex(placePattern, 'Capital letters, digits and hyphens.');

// It stands in the policy of a page, which a host with a semicolon would end.
const origin = z.url({ protocol: /^https$/, hostname: /^[a-z\d.-]+$/i, error: 'An https address.' });

/** Where the editor at /admin/ keeps what is edited. */
const adminSchema = z.strictObject({
  backend: z
    .enum(['github', 'gitlab', 'gitea'])
    .describe('What hosts the repository; gitea also for Forgejo.'),
  repository: z
    .string()
    .regex(/^[^/\s]+(\/[^/\s]+)+$/, 'The owner and the name, such as our-office/briefs.')
    .describe('Its owner and name.'),
  branch: z.string().min(1).default('main').describe('The branch that changes are proposed for.'),
  api: origin.describe('The address of its API, where it is on a host of your own.').optional(),
  signIn: origin.describe('The address that people are sent to to sign in.').optional(),
  application: z
    .string()
    .min(1)
    .describe('The id of the OAuth application, for gitlab and gitea.')
    .optional(),
});

export type AdminSettings = z.infer<typeof adminSchema>;

/** What an organisation writes in site.yaml. */
export const settingsSchema = z.strictObject({
  format: z
    .int()
    .min(1)
    .default(1)
    .describe('The format of the content; npm run migrate brings it up to that of the program.'),
  address: z
    .url({ abort: true })
    .refine((url) => /^https?:/.test(url) && url.endsWith('/'), 'An https address with a slash at the end.')
    .describe('Where the site will stand.'),
  languages: z
    .array(z.string().refine(isLanguage, 'A language tag such as en or lo.'))
    .min(1)
    .refine((tags) => new Set(tags).size === tags.length, 'Each language once.')
    .describe('The first is the source language.'),
  license: z.string().describe('SPDX identifier of the licence of the texts.'),
  ror: z
    .string()
    .regex(/^https:\/\/ror\.org\/0[a-z\d]{8}$/, 'An address such as https://ror.org/0abcdef12.')
    .describe('What the publisher is known by in the Research Organization Registry, https://ror.org.')
    .optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'A colour such as #0b5c7a.')
    .describe("The brand's colour, for links and controls, on white."),
  paper: z.enum(['A4', 'Letter']).default('A4').describe('What briefs are printed on.'),
  topics: z.array(id).default([]),
  series: z.array(id).default([]).describe('Series of briefs.'),
  featured: z
    .array(id)
    .default([])
    .describe('The briefs that the home page begins with; without it, the newest.'),
  indicators: z
    .array(id)
    .describe(
      'The data sets that pages of places show, in this order; without it, all that have one number for a place and a year.',
    )
    .optional(),
  check: z
    .strictObject({
      rules: z
        .record(z.string(), z.enum(['error', 'warning', 'info', 'off']))
        .default({})
        .describe('How grave a rule is here. docs/rules.md lists them.'),
      ignore: z
        .array(z.strictObject({ rule: z.string(), file: z.string(), reason: z.string().min(1) }))
        .default([])
        .describe('What is let pass in files that can hold no comment, and why.'),
    })
    .default({ rules: {}, ignore: [] })
    .describe('What npm run check makes of the rules.'),
  places: z
    .record(
      placeCode,
      z.strictObject({
        colour: z.int().min(1).max(6).describe('Its colour in every chart, 1 to 6.').optional(),
        m49: z
          .string()
          .regex(/^\d{3}$/, 'Three digits in quotation marks.')
          .describe('UN M49 number of a region.')
          .optional(),
        beside: z
          .array(placeCode)
          .describe('What its page holds it against; the first three that a data set has.')
          .optional(),
      }),
    )
    .default({}),
  admin: adminSchema.describe('An editor in the browser, at /admin/; without it there is none.').optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** What an editor or translator writes in site/`<language>.yaml`. */
export const siteWordsSchema = z.strictObject({
  name: z.string().min(1),
  tagline: z.string().min(1),
  about: z.string().min(1).describe('Markdown.'),
  publisher: z.strictObject({ name: z.string().min(1) }),
  topics: z.record(z.string(), z.string().min(1)).default({}),
  series: z.record(z.string(), z.string().min(1)).default({}).describe('Names of series.'),
  places: z
    .record(z.string(), z.string().min(1))
    .default({})
    .describe('Names that differ from those of CLDR.'),
});

export type SiteWords = z.infer<typeof siteWordsSchema>;

/** What an editor writes in glossary.yaml, and in its words. */
export const glossarySchema = z.strictObject({
  terms: z.record(id, z.strictObject({ see: z.array(id).default([]) })),
});
export const glossaryWordsSchema = z.record(
  id,
  z.strictObject({
    term: z.string().min(1),
    definition: z.string().min(1),
    also: z
      .array(z.string().min(1))
      .default([])
      .describe('Other spellings and abbreviations, under which the search finds it.'),
  }),
);

export type GlossaryWords = z.infer<typeof glossaryWordsSchema>;

/** The digests of all releases, data/releases.json. */
export const digestsSchema = z.record(
  z.string(),
  z.record(z.string(), z.string().regex(/^sha256:[0-9a-f]{64}$/, '“sha256:” and 64 hexadecimal digits.')),
);

const tree: z.ZodType<{ [key: string]: string | object }> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), tree])),
);
export const messagesSchema = tree;
