import { join } from 'node:path';
import { compareFolder, compareSite, manifestName, readManifest } from '../build/index.ts';
import { type Command, fromHere, start } from './arguments.ts';

/** How many differences are named. */
const named = 20;

const command: Command = {
  name: 'verify',
  does: 'Holds a built or a published site against its manifest: whether each file is there, to the byte.',
  takes: [{ name: 'DIR-or-URL', does: 'the folder of the site, or its address (default: dist)' }],
  options: {
    manifest: {
      value: 'FILE',
      does: `the manifest (default: ${manifestName} in DIR; for a URL, in dist of the site folder)`,
    },
  },
  async run({ site, text, taken: [place] }) {
    const isAddress = /^https?:\/\//.test(place ?? '');
    const dist = join(site, 'dist');
    const folder = isAddress ? dist : (fromHere(place) ?? dist);
    const manifest = readManifest(fromHere(text('manifest')) ?? join(folder, manifestName));
    const where = isAddress ? (place ?? '') : folder;
    const differences = await (isAddress ? compareSite : compareFolder)(where, manifest);
    if (differences.length === 0) {
      console.log(
        `${where} is the site of its manifest (source ${manifest.source.slice(0, 12)}, ${manifest.files.length} files).`,
      );
      return 0;
    }
    for (const { path, wrong } of differences.slice(0, named)) console.error(`${path}: ${wrong}`);
    if (differences.length > named) console.error(`and ${differences.length - named} more`);
    console.error(
      `${where} is not the site of its manifest: ${differences.length} of ${manifest.files.length} files differ.`,
    );
    return 1;
  },
};

await start(command);
