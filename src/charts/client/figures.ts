import { showChosen } from './chosen-places.ts';
import { choiceOf } from './controls.ts';
import { filterable } from './filter-table.ts';
import type { LiveFile } from './live-file.ts';
import { sortable } from './sort-table.ts';
import { applyState, readState, stateOf } from './state-link.ts';

/** What reading a chart needs, at hand only when a reader asks for it. */
type Live = typeof import('./live.ts');

/** How long a reader stays with a chart before it becomes live, in milliseconds: passing over it asks for nothing. */
const intent = 80;

const ready = new WeakMap<HTMLElement, Promise<void>>();

/** Makes the picture that a figure shows at its present width live. Gives false when it cannot be had: then the picture stays. */
async function enliven(figure: HTMLElement): Promise<boolean> {
  const box = [...figure.querySelectorAll<HTMLElement>('.chart[data-live]')].find(
    ({ offsetWidth }) => offsetWidth > 0,
  );
  if (!box) return false;
  let making = ready.get(box);
  if (!making) {
    figure.dataset['state'] = 'loading';
    making = make(figure, box);
    ready.set(box, making);
  }
  try {
    await making;
    figure.dataset['state'] = 'live';
    return true;
  } catch {
    // The picture, its table and its files are as they were.
    figure.dataset['state'] = 'failed';
    ready.delete(box);
    return false;
  }
}

async function make(figure: HTMLElement, box: HTMLElement): Promise<void> {
  const address = new URL(box.dataset['live'] ?? '', document.baseURI);
  const code: Promise<Live> = import('./live.ts');
  // Both are asked for at once; whichever fails first is heard.
  code.catch(() => {});
  const file = (await fetched(address)) as LiveFile;
  const rows = Object.fromEntries(
    await Promise.all(
      Object.entries(file.releases).map(async ([id, release]) => {
        const { data } = (await fetched(new URL(release, address))) as { data: unknown };
        return [id, data] as const;
      }),
    ),
  );
  const { makeLive } = await code;
  await makeLive(figure, box, file, rows);
}

const releases = new Map<string, Promise<unknown>>();

/** Charts of a page share releases. */
function fetched(address: URL): Promise<unknown> {
  const known = releases.get(address.href);
  if (known) return known;
  const answer = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`${address.pathname}: ${response.status}`);
    return response.json();
  });
  releases.set(address.href, answer);
  answer.catch(() => releases.delete(address.href));
  return answer;
}

const [frame] = document.querySelectorAll<HTMLElement>('.boot');

/** Says at a button that its chart cannot be explored now. */
function say(button: HTMLElement): void {
  const said = button.nextElementSibling?.matches('.chart-failed')
    ? button.nextElementSibling
    : document.createElement('p');
  said.className = 'chart-failed';
  said.setAttribute('role', 'status');
  button.after(said);
  said.textContent = frame?.dataset['failed'] ?? '';
}

/** Shows the state that the address names, if it is one of this figure. */
function follow(figure: HTMLElement): void {
  const state = readState(location.hash);
  const choice = choiceOf(figure);
  if (!state || choice.id !== `figure-${state.chart}`) return;
  applyState(figure, state.choices);
  choice.scrollIntoView();
  void enliven(figure);
  choice.querySelector('.chart-controls')?.dispatchEvent(new Event('input'));
}

function watch(figure: HTMLElement): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const ask = (after: number) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void enliven(figure), after);
  };
  figure.addEventListener('pointerenter', ({ pointerType }) => ask(pointerType === 'mouse' ? intent : 0));
  figure.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse') clearTimeout(waiting);
  });
  figure.addEventListener('focusin', () => ask(0));
  const button = figure.querySelector<HTMLElement>('.chart-explore');
  button?.addEventListener('click', async () => {
    if (await enliven(figure)) figure.dispatchEvent(new CustomEvent('sala-explore'));
    else say(button);
  });
  const controls = choiceOf(figure).querySelector<HTMLFieldSetElement>('.chart-controls');
  if (controls) {
    controls.disabled = false;
    controls.addEventListener('input', () => {
      history.replaceState(null, '', stateOf(figure));
      void enliven(figure);
    });
    follow(figure);
    addEventListener('hashchange', () => follow(figure));
  }
  // Where the page is turned or made narrower, the other picture stands there.
  new ResizeObserver(() => {
    if (figure.dataset['state'] === 'live') void enliven(figure);
  }).observe(figure);
  // The reader is there already, or was a moment ago (40-figure.css), and has pressed the button if it has the focus otherwise than by the keyboard.
  if (getComputedStyle(figure).outlineOffset !== '0px') ask(0);
  if (button?.matches(':focus:not(:focus-visible)')) button.click();
  const filters = figure.querySelector<HTMLElement>('.row-filters');
  for (const table of figure.querySelectorAll('table')) {
    sortable(table);
    if (filters) filterable(table, filters);
  }
}

/** Makes each chart of the page live once a reader asks for it. */
export function watchFigures(): void {
  for (const choice of document.querySelectorAll<HTMLElement>('.together')) showChosen(choice);
  for (const figure of document.querySelectorAll<HTMLElement>('figure.figure')) watch(figure);
  frame?.remove();
}
