import { stat } from 'node:fs/promises';
import { type Browser, chromium } from 'playwright-core';
import { Failure } from '../diagnostics/index.ts';
import { cacheFolder } from '../project.ts';
import { type Chromium, packagedVersion, unpackChromium } from './unpack.ts';

/** A browser that may be started, and a name for exactly this one, which decides over what it draws. */
interface Choice {
  identity(): Promise<string>;
  start(): Promise<Browser>;
}

const identities = new WeakMap<Browser, string>();

/** Names exactly the browser that was started. */
export const identityOf = (browser: Browser): string => identities.get(browser) ?? browser.version();

/**
 * Names the browser that would be started first, without starting it. When it
 * cannot be started, another one is, so that `identityOf()` is to be compared.
 */
export const expectedIdentity = async (): Promise<string> =>
  (await choices()[0]
    ?.identity()
    .catch(() => undefined)) ?? 'none';

/**
 * Starts a headless Chromium: that of the environment variable SALA_CHROMIUM,
 * else the one that comes with the project, else an installed Chrome or Edge.
 * Throws a Failure when none of them starts. `port` is where programs that
 * measure pages speak to it (the DevTools protocol); it has none by default.
 */
export async function launchBrowser({ port }: { port?: number } = {}): Promise<Browser> {
  const reasons: string[] = [];
  for (const { identity, start } of choices(port)) {
    try {
      const browser = await start();
      identities.set(browser, await identity().catch(() => browser.version()));
      return browser;
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Failure(
    `No Chromium could be started. Name one in the environment variable SALA_CHROMIUM, run “npm ci” so that the package @sparticuz/chromium is there, or install Chrome or Edge.\n${reasons.join('\n')}`,
  );
}

function choices(port?: number): Choice[] {
  const args = port === undefined ? always : [...always, `--remote-debugging-port=${port}`];
  const own = process.env['SALA_CHROMIUM'];
  if (own) {
    return [
      {
        identity: async () => {
          const { size, mtimeMs } = await stat(own);
          return `${own} ${size} ${mtimeMs}`;
        },
        start: () => start({ program: own, environment: {} }, args),
      },
    ];
  }
  const installed = (channel: string): Choice => ({
    identity: () => Promise.reject(new Error('Only a browser that runs knows its version.')),
    start: () => chromium.launch({ channel, args, timeout: patience }),
  });
  return [
    {
      identity: async () => `@sparticuz/chromium ${await packagedVersion()}`,
      start: async () => start(await unpackChromium(cacheFolder), args),
    },
    installed('chrome'),
    installed('msedge'),
  ];
}

// The sandbox needs rights that containers and continuous integration seldom give; only pages of ours are opened.
const always = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-background-networking',
];

/** A browser that has not started in this time, in milliseconds, hangs. */
const patience = 60_000;

const start = ({ program, environment }: Chromium, args: string[]): Promise<Browser> =>
  chromium.launch({
    executablePath: program,
    args,
    env: { ...process.env, ...environment },
    timeout: patience,
  });
