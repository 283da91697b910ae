import { z } from 'zod';
import { day, id } from './fields.ts';

/** What an editor or translator writes above the text of a brief. */
export const frontMatterSchema = z
  .strictObject({
    title: z.string().min(1).describe('The finding, as a title.'),
    shortTitle: z
      .string()
      .min(1)
      .max(60)
      .describe('The title in a few words, for the head of each printed page.')
      .optional(),
    summary: z.string().min(1).describe('Two sentences of plain text, without numbers that data could move.'),
    state: z.enum(['draft', 'reviewed']).describe('draft until a native speaker has read it.'),
    translator: z.string().min(1).describe('Who translated it.').optional(),
    translated: day.describe('When it was translated.').optional(),
    languageEditor: z.string().min(1).describe('Who edited its language.').optional(),
    edited: day.describe('When its language was edited.').optional(),
    reviewer: z.string().min(1).describe('Who read it.').optional(),
    reviewed: day.describe('When it was read.').optional(),
    words: z.record(id, z.string().min(1)).default({}).describe('The words of the ids in brief.yaml.'),
  })
  .refine(({ state, reviewer, reviewed }) => state === 'draft' || (reviewer && reviewed), {
    message: 'A reviewed text names its “reviewer” and the day it was “reviewed”.',
    path: ['state'],
  });

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Cuts a text into its front matter and its body, each with the line it starts on. */
export function splitFrontMatter(
  text: string,
): { matter: string; body: string; bodyLine: number } | undefined {
  const found = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) return undefined;
  const [whole, matter = ''] = found;
  return { matter, body: text.slice(whole.length), bodyLine: whole.split('\n').length };
}
