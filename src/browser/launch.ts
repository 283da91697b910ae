import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { projectFolder } from '../project.ts';
import { type Chromium, unpackChromium } from './unpack.ts';

const cache = join(projectFolder, 'node_modules/.cache/sala');

/**
 * Starts a headless Chromium: that of the environment variable SALA_CHROMIUM,
 * else the one that comes with the project, else an installed Chrome or Edge.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env['SALA_CHROMIUM'];
  if (own) return start({ program: own, environment: {} });
  const reasons: string[] = [];
  const attempts = [
    async () => start(await unpackChromium(cache)),
    () => chromium.launch({ channel: 'chrome', args }),
    () => chromium.launch({ channel: 'msedge', args }),
  ];
  for (const attempt of attempts) {
    try {
      return await attempt();
    } catch (error) {
      reasons.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(
    `No Chromium could be started. Name one in the environment variable SALA_CHROMIUM, run “npm ci” so that the package @sparticuz/chromium is there, or install Chrome or Edge.\n${reasons.join('\n')}`,
  );
}

// The sandbox needs rights that containers and continuous integration seldom give; only pages of ours are opened.
const args = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--disable-background-networking',
];

const start = ({ program, environment }: Chromium): Promise<Browser> =>
  chromium.launch({ executablePath: program, args, env: { ...process.env, ...environment } });
