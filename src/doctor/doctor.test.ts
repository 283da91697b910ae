import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../project.ts';
import { lookAtClock, lookAtNode, lookAtPackages, oldestNode, readAudit, reportFindings } from './index.ts';

const readJson = async (name: string) => JSON.parse(await readFile(join(projectFolder, name), 'utf8'));

describe('the doctor', () => {
  test.each([
    ['20.19.0', 'missing'],
    [oldestNode, 'doubtful'],
    [process.versions.node, 'good'],
  ])('finds Node %s %s', async (version, state) => {
    expect((await lookAtNode(version)).state).toBe(state);
  });

  test('finds packages that are missing or of another version, and passes over those of other machines', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sala-doctor-'));
    const lock = (versions: Record<string, string>) =>
      JSON.stringify({
        packages: Object.fromEntries(
          Object.entries(versions).map(([name, version]) => [
            name && `node_modules/${name}`,
            { version, ...(name === 'for-others' ? { optional: true } : {}) },
          ]),
        ),
      });
    await mkdir(join(folder, 'node_modules'));
    await writeFile(
      join(folder, 'package-lock.json'),
      lock({ '': '1.0.0', a: '1.0.0', b: '2.0.0', 'for-others': '1.0.0' }),
    );
    const installed = async (versions: Record<string, string>) => {
      await writeFile(join(folder, 'node_modules/.package-lock.json'), lock(versions));
      return lookAtPackages(folder);
    };
    expect((await installed({ a: '1.0.0', b: '2.0.0' })).state).toBe('good');
    const { state, says, remedy } = await installed({ a: '1.0.1' });
    expect(state).toBe('missing');
    expect(says).toBe('2 packages are not there, or not in the version of package-lock.json: a, b.');
    expect(remedy).toContain('npm ci');
    await rm(folder, { recursive: true });
  });

  test('notices a clock that is behind', async () => {
    expect((await lookAtClock()).state).toBe('good');
    expect((await lookAtClock(Date.UTC(2000, 0, 1))).state).toBe('doubtful');
  });

  test('says in a sentence whether a build works', () => {
    const good = { part: 'node', state: 'good', says: 'Node 24' } as const;
    expect(reportFindings([good])).toMatch(/A build works here\.$/);
    const missing = { part: 'browser', state: 'missing', says: 'None.', remedy: 'Install one.' } as const;
    expect(reportFindings([good, missing])).toMatch(
      /browser +None\.\n +Install one\.\n\nA build does not work here: 1/,
    );
  });

  test('speaks also where nothing is installed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sala-doctor-'));
    await mkdir(join(folder, 'src/cli'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(
      join(folder, 'src/cli/doctor.js'),
      await readFile(join(projectFolder, 'src/cli/doctor.js')),
    );
    let code = 0;
    let output = '';
    try {
      execFileSync(process.execPath, [join(folder, 'src/cli/doctor.js'), '--format', 'json'], {
        encoding: 'utf8',
      });
    } catch (error) {
      ({ status: code, stdout: output } = error as { status: number; stdout: string });
    }
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject([{ part: 'packages', state: 'missing' }]);
    await rm(folder, { recursive: true });
  });
});

describe('packages', () => {
  interface Locked {
    version: string;
    integrity?: string;
    optional?: boolean;
    hasInstallScript?: boolean;
    os?: string[];
    cpu?: string[];
  }

  test('are named in one version each, which is the one of the lock file', async () => {
    const { dependencies, devDependencies } = await readJson('package.json');
    const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, Locked> };
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test('run no script when they are installed, but those that are named', async () => {
    const { allowScripts } = await readJson('package.json');
    const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, Locked> };
    const scripts = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(new Set(scripts)).toEqual(new Set(Object.keys(allowScripts)));
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
  });

  test('have a digest in the lock file, but for builds of other machines', async () => {
    const { packages } = (await readJson('package-lock.json')) as { packages: Record<string, Locked> };
    const without = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
    // npm writes these down without having seen them.
    expect(
      without.filter(([, { optional, os, cpu }]) => !(optional && (os || cpu))).map(([path]) => path),
    ).toEqual([]);
  });
});

describe('advisories', () => {
  test('that are high or critical are told, others are not', () => {
    const output = JSON.stringify({
      vulnerabilities: {
        a: { severity: 'high', via: [{ title: 'Reads all files', url: 'https://advisories.example/1' }] },
        b: { severity: 'critical', via: ['a'] },
        c: { severity: 'moderate', via: [] },
      },
    });
    expect(readAudit(output)).toEqual({
      checked: true,
      grave: ['a (high): Reads all files https://advisories.example/1', 'b (critical): by a'],
    });
    expect(readAudit('{"vulnerabilities":{}}')).toEqual({ checked: true, grave: [] });
  });

  test.each([
    '',
    '{"message":"getaddrinfo ENOTFOUND","error":{"summary":"","detail":""}}',
    '{"error":{"code":"ENOLOCK"}}',
  ])('that were not asked for are not taken for none: %j', (output) => {
    expect(readAudit(output).checked).toBe(false);
  });
});
