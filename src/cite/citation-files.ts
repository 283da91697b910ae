import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { toCsl } from './csl-json.ts';
import type { Work } from './work.ts';

/** A file that reference managers read. */
export interface CitationFormat {
  name: string;
  extension: 'bib' | 'ris' | 'csl.json';
  mediaType: string;
  write(work: Work): string;
}

export const citationFormats: readonly CitationFormat[] = [
  { name: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', write: toBibtex },
  { name: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', write: toRis },
  {
    name: 'CSL-JSON',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (work) => `${JSON.stringify([toCsl(work)], null, 2)}\n`,
  },
];

/** BibTeX with what BibLaTeX knows besides: the language, the version, the day. */
function toBibtex(work: Work): string {
  const { format } = plugins.config.get('@bibtex');
  Object.assign(format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  const item = toCsl(work);
  const [year, month] = work.issued.split('-').map(Number);
  const dated = { ...item, issued: { 'date-parts': [[year, month]] } };
  const more = [
    ['date', work.issued],
    ['langid', work.language],
    ...(work.version === undefined ? [] : [['version', work.version]]),
    ...(work.number === undefined ? [] : [['number', work.number]]),
  ].map(([name, value]) => `\t${name} = {${value}},\n`);
  return plugins.output
    .format('bibtex', [dated])
    .trim()
    .replace(/\}$/, `${more.join('')}}\n`);
}

/** RIS, with the address of the PDF where there is one. */
function toRis(work: Work): string {
  const { pdf } = work.files;
  const item = toCsl(work);
  const text = plugins.output
    .format('ris', [item])
    .trim()
    // The library cuts lines at 80 letters, also within words, and names at 20.
    .replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')
    .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`);
  return `${text.replace(/ER {2}-\s*$/, `${pdf ? `L1  - ${pdf.address}\n` : ''}ER  - `)}\n`;
}
