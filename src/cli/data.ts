import { start } from './arguments.ts';
import { diff } from './data/diff.ts';
import { importFile } from './data/import.ts';
import { list } from './data/list.ts';
import { release } from './data/release.ts';
import { show } from './data/show.ts';
import { verify } from './data/verify.ts';

await start({
  name: 'data',
  does: 'Looks at the releases of data sets, compares them, and publishes new ones. A published release never changes.',
  commands: [list, show, diff, importFile, release, verify],
});
