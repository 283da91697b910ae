import { execFile } from 'node:child_process';
import { readAudit } from '../doctor/index.ts';
import { projectFolder } from '../project.ts';
import { type Command, start } from './arguments.ts';

/** What `npm audit` prints; it ends with 1 when it finds something, and also when it fails. */
const audit = (): Promise<string> =>
  new Promise((done) => {
    execFile(
      'npm',
      ['audit', '--json', '--audit-level=high'],
      { cwd: projectFolder, maxBuffer: 2 ** 26, timeout: 60_000, shell: process.platform === 'win32' },
      (_, output) => done(output),
    );
  });

const command: Command = {
  name: 'advisories',
  does: 'Asks the registry for high and critical advisories on the packages of the project. Ends with 1 when there is one, and with 3 when the registry does not answer.',
  options: {},
  async run() {
    const found = readAudit(await audit());
    if (!found.checked) {
      console.error(`Advisories were NOT checked. ${found.why}`);
      return 3;
    }
    console.log(
      found.grave.length === 0
        ? 'No high or critical advisory.'
        : ['High or critical:', ...found.grave].join('\n'),
    );
    return found.grave.length === 0 ? 0 : 1;
  },
};

await start(command);
