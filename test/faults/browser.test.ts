import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faulty, type GoodSite, goodSite, litter, wholeSite } from './good-site.ts';

let site: GoodSite;
let out: string;
beforeAll(async () => {
  site = await goodSite();
  out = join(site.folder, 'dist');
}, 300_000);
afterAll(() => site?.remove());

/** A program in the place of Chromium. */
async function browserThat(does: string): Promise<Record<string, string>> {
  const SALA_CHROMIUM = join(site.folder, 'chromium.sh');
  await writeFile(SALA_CHROMIUM, `#!/bin/sh\n${does}\n`);
  await chmod(SALA_CHROMIUM, 0o755);
  return { SALA_CHROMIUM };
}

/** What happens to Chromium as soon as it is told something, in words of its DevTools protocol. */
const chromium = (SIGNAL: string, TOLD: string) => faulty({ SIGNAL, TOLD });

test.skipIf(process.platform === 'win32').each([
  ['is missing', () => ({ SALA_CHROMIUM: '/no/such/program' }), /No Chromium could be started\. Name one/],
  ['fails to start', () => browserThat('exit 1'), /No Chromium could be started/],
  ['hangs when it starts', () => browserThat('exec sleep 600'), /No Chromium could be started.*Timeout/s],
  [
    'hangs before it prints',
    () => chromium('SIGSTOP', 'Target.createBrowserContext'),
    /The browser stopped before it printed: The browser does not answer/,
  ],
  [
    'hangs while it prints',
    () => chromium('SIGSTOP', 'Page.printToPDF'),
    /The browser stopped while it printed everything-en\.html: The browser does not answer/,
  ],
  [
    'crashes while it prints',
    () => chromium('SIGKILL', 'Page.printToPDF'),
    /The browser stopped while it printed everything-en\.html: .*closed/,
  ],
])(
  'a browser that %s ends the build, and the old site stays',
  async (_, environment, says) => {
    await site.change();
    const before = await wholeSite(out);
    const { code, output } = await site.build(await environment());
    expect(output).toMatch(says);
    expect(output).toContain('the last site stays as it was');
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(await wholeSite(out)).toBe(before);
    expect(await litter(site.folder)).toEqual([]);
  },
  300_000,
);
