import { execFile } from 'node:child_process';
import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A Chromium to start: its program, and the environment that it needs besides ours. */
export interface Chromium {
  program: string;
  environment: Record<string, string>;
}

const parts = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'];

const packageFolder = (): string => join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../..');

/** The version of the package. Throws when it is not installed. */
export async function packagedVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/**
 * Unpacks the Chromium of the package @sparticuz/chromium, with the libraries
 * that it needs, into a folder of the project's own cache; once for each
 * version. Two that unpack at once do not disturb each other: each unpacks
 * apart, and the first to finish is kept.
 */
export async function unpackChromium(cache: string): Promise<Chromium> {
  const folder = join(cache, `chromium-${await packagedVersion()}`);
  const ready = await access(join(folder, 'chromium')).then(
    () => true,
    () => false,
  );
  if (!ready) {
    const apart = `${folder}-${process.pid}`;
    await rm(apart, { recursive: true, force: true });
    await mkdir(apart, { recursive: true });
    const files = parts.map((name) => join(packageFolder(), 'bin', name));
    const script = `import { inflate } from '@sparticuz/chromium'; await Promise.all(${JSON.stringify(files)}.map(inflate));`;
    // The package unpacks into the temporary folder, which it shares with every other program: here it is ours.
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: packageFolder(),
      env: { ...process.env, TMPDIR: apart },
    });
    await rename(apart, folder).catch(() => rm(apart, { recursive: true, force: true }));
  }
  return {
    program: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}
