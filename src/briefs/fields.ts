import { z } from 'zod';
import { isCalendarDate } from '../i18n/index.ts';

/** An id of ours: the name of a folder, a word, a term. Every object of a program has something called constructor. */
export const id = z
  .string()
  .regex(/^(?!constructor$)[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case letters, digits and single hyphens.');

/** An ISO 3166-1 alpha-3 code, or a region's code from site.yaml. */
export const placePattern = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
export const place = z.string().regex(placePattern, 'A code such as LAO, or one of site.yaml.');

/** A day, such as 2025-03-26. */
export const day = z
  .string()
  .refine((text) => text.length === 10 && isCalendarDate(text), 'Write a day as 2025-03-26.');

/** A year, a month or a day. YAML reads a bare year as a number. */
export const date = z
  .union([z.string(), z.int()])
  .transform(String)
  .refine(isCalendarDate, 'Write a date as 2025, 2025-03 or 2025-03-26.');
