import type { Browser } from 'playwright-core';
import { serve } from '../src/build/index.ts';

/** A slow 4G link, as Lighthouse takes it to be: milliseconds there and back, and bytes a second. */
const slowLink = { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 };

const loads = 3;

/**
 * Milliseconds from the request of a page to the frame that shows its first
 * chart, in a browser that has nothing yet, over a slow 4G link: the middle one
 * of three loads. `page` is its path in the built site of the folder.
 */
export async function firstChart(browser: Browser, folder: string, page: string): Promise<number> {
  const site = await serve(folder);
  try {
    const times: number[] = [];
    for (let load = 0; load < loads; load += 1) times.push(await loadOnce(browser, site.address + page));
    return times.sort((a, b) => a - b)[Math.floor(loads / 2)] ?? 0;
  } finally {
    await site.close();
  }
}

async function loadOnce(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    await protocol.send('Network.enable');
    await protocol.send('Network.emulateNetworkConditions', { offline: false, ...slowLink });
    await page.addInitScript(() => {
      // Frames are shown only when no style sheet is awaited.
      const look = () => {
        const isThere = [...document.querySelectorAll('figure svg')].some(
          ({ clientWidth }) => clientWidth > 0,
        );
        if (isThere) requestAnimationFrame(() => Object.assign(window, { firstChart: performance.now() }));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.goto(address);
    const time = await page.waitForFunction(() => (window as { firstChart?: number }).firstChart);
    return (await time.jsonValue()) ?? 0;
  } finally {
    await context.close();
  }
}
