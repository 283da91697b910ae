import countries from 'i18n-iso-countries';
import type { Language } from './language.ts';

/** An ISO 3166-1 alpha-3 code of a country (`LAO`) or a named code of a region (`WHO-WPR`). */
export type PlaceCode = string;

export const isCountry = (code: PlaceCode): boolean =>
  /^[A-Z]{3}$/.test(code) && countries.alpha3ToAlpha2(code) !== undefined;

/** The alpha-3 code of a country's numeric code of ISO 3166-1: LAO of “418”. */
export const countryOfNumber = (number: string): PlaceCode | undefined => countries.numericToAlpha3(number);

const displayNames = new Map<Language, Intl.DisplayNames>();

/**
 * The place's name in CLDR; nothing for a region that CLDR does not know.
 * `m49` is the region's UN M49 number.
 */
export function placeName(code: PlaceCode, language: Language, m49?: string): string | undefined {
  const region = countries.alpha3ToAlpha2(code) ?? m49;
  if (region === undefined) return undefined;
  let names = displayNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    displayNames.set(language, names);
  }
  const name = names.of(region);
  return name && name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
