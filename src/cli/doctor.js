// Plain JavaScript without packages: it must run where Node is too old for the rest, or nothing is installed.
import { existsSync } from 'node:fs';

const oldest = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const tooOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
const installed = existsSync(new URL('../../node_modules/.package-lock.json', import.meta.url));

if (tooOld || !installed) {
  const part = installed ? 'node' : 'packages';
  const says = installed
    ? `Node ${process.versions.node} is older than ${oldest.join('.')}.`
    : 'The packages of the project are not installed.';
  const remedy = 'Run “npm ci” in the project’s folder: it brings the project’s own Node too.';
  const json = process.argv.join(' ').includes('--format json');
  console.log(
    json ? JSON.stringify([{ part, state: 'missing', says, remedy }], null, 2) : `${says}\n${remedy}`,
  );
  process.exitCode = 1;
} else {
  await import('./doctor.ts');
}
