import { start } from './arguments.ts';
import { accept } from './translations/accept.ts';
import { exportFile } from './translations/export.ts';
import { importFile } from './translations/import.ts';
import { show } from './translations/show.ts';
import { table } from './translations/table.ts';

await start({
  name: 'translations',
  does: 'Shows how far the translations are, and exchanges them with translators.',
  commands: [table, show, accept, exportFile, importFile],
  usual: table,
});
