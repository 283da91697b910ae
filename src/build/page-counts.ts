import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../i18n/index.ts';
import { pageCount } from '../print/index.ts';
import { makeAddresses, type Site } from '../site/index.ts';

/** How many pages the PDFs of a built site have; those that are not there are left out. */
export async function pageCounts(
  dist: string,
  { briefs }: Site,
): Promise<{ slug: string; language: Language; pages: number }[]> {
  const { briefFiles } = makeAddresses('');
  const counts: { slug: string; language: Language; pages: number }[] = [];
  for (const { slug, translations } of briefs)
    for (const language of translations.keys()) {
      const bytes = await readFile(join(dist, briefFiles(language, slug).pdf)).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return undefined;
          throw error;
        },
      );
      if (bytes) counts.push({ slug, language, pages: await pageCount(bytes) });
    }
  return counts;
}
