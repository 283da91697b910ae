import { readDataFolder, readSiteFiles } from '../../site/index.ts';
import type { Command } from '../arguments.ts';
import { inColumns } from './columns.ts';

export const list: Command = {
  name: 'list',
  does: 'Lists all data sets with their newest release.',
  options: { json: { does: 'as one JSON array' } },
  async run({ site, flag }) {
    const files = await readSiteFiles(site);
    const all = [...readDataFolder(files).datasets].map(([id, { published, drafts }]) => {
      const newest = published.at(-1)?.file;
      return {
        id,
        version: newest?.version ?? null,
        created: newest?.created ?? null,
        rows: published.at(-1)?.release.rows.length ?? 0,
        title: newest?.title ?? null,
        releases: published.map(({ file }) => file.version),
        drafts: drafts.map(({ path }) => path),
      };
    });
    if (flag('json')) console.log(JSON.stringify(all, null, 2));
    else if (all.length === 0)
      console.log('There are no data sets yet. npm run data -- import FILE --dataset ID makes one.');
    else
      console.log(
        inColumns([
          ['data set', 'newest', 'of', 'rows', 'title'],
          ...all.map(({ id, version, created, rows, title, drafts }) => [
            id,
            version ?? 'none',
            created ?? '',
            String(rows),
            `${title ?? ''}${drafts.length > 0 ? ` (not published: ${drafts.join(', ')})` : ''}`,
          ]),
        ]),
      );
    return 0;
  },
};
