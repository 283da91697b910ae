import { hasErrors, reportText } from '../../diagnostics/index.ts';
import { loadSite, readDataFolder } from '../../site/index.ts';
import type { Command } from '../arguments.ts';
import { counted } from './columns.ts';

export const verify: Command = {
  name: 'verify',
  does: 'Checks that every published release is there, is as it was published, and fits its own schema.',
  options: {},
  async run({ site }) {
    const { files, diagnostics } = await loadSite(site);
    const found = diagnostics.filter(
      ({ file }) => file.startsWith('data/') || file === 'content/site/site.yaml',
    );
    if (hasErrors(found)) {
      console.log(reportText(found, (file) => files.texts.get(file)?.text));
      return 1;
    }
    const { datasets } = readDataFolder(files);
    const releases = [...datasets.values()].flatMap(({ published }) => published);
    console.log(
      `${counted(releases.length, 'release')} of ${counted(datasets.size, 'data set')}, all as they were published.`,
    );
    return 0;
  },
};
