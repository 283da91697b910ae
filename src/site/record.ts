import { formatNumber } from '../i18n/index.ts';
import type { Locale } from './locale.ts';

/** The page of a licence, by its SPDX identifier: Creative Commons' own, where it is one of theirs. */
export function licenceAddress(spdx: string): string {
  const [, terms, version] = /^CC-(BY(?:-[A-Z]+)*)-(\d\.\d)$/.exec(spdx) ?? [];
  return terms && version
    ? `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`
    : `https://spdx.org/licenses/${spdx}.html`;
}

/** What a reader wants to know before taking a file away: “12 pages, 214 kB”. */
export function downloadNote(
  { language, message }: Locale,
  { bytes, pages }: { bytes: number; pages?: number | undefined },
): string {
  const size = formatNumber(Math.ceil(bytes / 1000), language, { unit: 'kilobyte' });
  return pages === undefined ? size : message('brief.pdfNote', { pages, size });
}
