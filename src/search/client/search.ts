import { type Choices, countsOf, type Facet, type Found, facets, narrowed, withValues } from '../narrow.ts';
import { inOrder, type Query, readQuery } from '../query.ts';
import { Library } from './library.ts';
import { showResult } from './show-result.ts';

/** What the page says of each language: where its index and its pages stand. */
type Places = Record<string, { index: string; home: string }>;

const pageSize = 10;
/** Typing is answered when it pauses so long, in milliseconds. */
const pause = 120;

const find = <T extends Element>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};

const form = find<HTMLFormElement>('form.search');
const input = find<HTMLInputElement>('form.search input');
const status = find<HTMLElement>('.search-status');
const list = find<HTMLOListElement>('.search-results');
const more = find<HTMLButtonElement>('.search-more');
const lists = find<HTMLElement>('.search-lists');
const selects = [...form.querySelectorAll('select')];
const own = document.documentElement.lang;
const places = JSON.parse(form.dataset['languages'] ?? '{}') as Places;
const libraries = new Map(Object.entries(places).map(([id, { index }]) => [id, new Library(index)]));

/** What is shown: the results in order, and how many of them were put in their place by their texts. */
let answer: { query: Query; found: Found[]; shown: number } | undefined;
let asked = 0;

/** The choice of one select; `all` languages is no choice among results, but one of what is searched. */
const chosen = (facet: Facet): string => selects.find(({ name }) => name === facet)?.value ?? '';

function choices(): Choices {
  return Object.fromEntries(
    facets.flatMap((facet) => {
      const value = chosen(facet);
      return value === '' || value === 'all' ? [] : [[facet, value]];
    }),
  );
}

/** Answers what is asked; while it is typed, from three letters on. */
async function ask(least = 2): Promise<void> {
  asked += 1;
  const turn = asked;
  keepState();
  const query = readQuery(input.value, least);
  if (!query) {
    show(undefined);
    return;
  }
  const languages = chosen('language') === 'all' ? Object.keys(places) : [chosen('language') || own];
  try {
    const all = await Promise.all(
      languages.map(async (language) => {
        const library = libraries.get(language);
        if (!library) return [];
        return withValues(await library.ask(query), await library.head, language, languages.length > 1);
      }),
    );
    const found = all.flat().sort(inOrder);
    const fitting = narrowed(found, choices());
    const next = { query, found: fitting, shown: 0 };
    await settleNext(next);
    if (turn !== asked) return;
    count(found);
    show(next);
  } catch {
    if (turn === asked) say(form.dataset['failed'] ?? '');
  }
}

/** Loads the texts of the next results, and puts these in order. */
async function settleNext(next: NonNullable<typeof answer>): Promise<void> {
  const page = next.found.slice(next.shown, next.shown + pageSize);
  const settled = await Promise.all(
    Object.keys(places).map(async (language) => {
      const some = page.filter(({ values }) => values.language.includes(language));
      return some.length === 0 ? [] : ((await libraries.get(language)?.settled(next.query, some)) ?? []);
    }),
  );
  next.found.splice(next.shown, page.length, ...(settled.flat() as Found[]).sort(inOrder));
  next.shown += page.length;
}

function show(next: typeof answer): void {
  answer = next;
  list.replaceChildren();
  lists.hidden = next !== undefined;
  if (!next) {
    more.hidden = true;
    say('');
    return;
  }
  append(0);
  const { found } = next;
  const message = found.length === 0 ? 'nothing' : found.some(({ exact }) => exact) ? 'count' : 'near';
  say((form.dataset[message] ?? '').replace('{count}', String(found.length)));
}

/** Shows the results from a position on. */
function append(from: number): void {
  if (!answer) return;
  const { query, found, shown } = answer;
  for (const match of found.slice(from, shown)) {
    const [language = own] = match.values.language;
    const section = libraries.get(language)?.section(match);
    if (!section) continue;
    const kind = find<HTMLOptionElement>(`option[value="${match.values.kind[0]}"]`).dataset['label'] ?? '';
    list.append(showResult(section, query, { home: places[language]?.home ?? '', kind, language, own }));
  }
  more.hidden = shown >= found.length;
}

/** A live region is read out when its text changes. */
function say(text: string): void {
  if (status.textContent !== text) status.textContent = text;
}

/** Writes beside each value how many results it leaves; the language is counted where it was searched. */
function count(found: readonly Found[]): void {
  for (const select of selects) {
    const counts = countsOf(found, choices(), select.name as Facet);
    for (const option of select.options) {
      const { label = '' } = option.dataset;
      const number = counts.get(option.value);
      option.textContent = number === undefined ? label : `${label} (${number})`;
      const isOpen = option.value === '' || option.selected || select.name === 'language';
      option.disabled = !isOpen && number === undefined;
    }
  }
}

/** The address says what is asked, so that a link leads to the results. */
function keepState(): void {
  const state = new URLSearchParams();
  if (input.value.trim() !== '') state.set('q', input.value.trim());
  for (const facet of facets) {
    const value = chosen(facet);
    if (value !== '' && value !== own) state.set(facet, value);
  }
  const text = state.toString();
  history.replaceState(history.state, '', text === '' ? location.pathname : `?${text}`);
}

function readState(): void {
  const state = new URLSearchParams(location.search);
  if (input.value === '') input.value = state.get('q') ?? '';
  for (const select of selects) {
    const value = state.get(select.name);
    if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
  }
}

let timer = 0;
input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = window.setTimeout(ask, pause, 3);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  ask();
});
form.addEventListener('change', (event) => {
  if (event.target instanceof HTMLSelectElement) ask();
});
more.addEventListener('click', async () => {
  if (!answer) return;
  const current = answer;
  const from = current.shown;
  try {
    await settleNext(current);
  } catch {
    say(form.dataset['failed'] ?? '');
    return;
  }
  if (current !== answer) return;
  append(from);
  list.children[from]?.querySelector('a')?.focus();
});
// Up and down lead from the words to the results and back, besides the tabulator.
document.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = step === undefined || at < 0 ? undefined : stops[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

readState();
const narrow = find<HTMLDetailsElement>('.search-narrow');
narrow.hidden = false;
narrow.open = facets.some((facet) => !['', own].includes(chosen(facet)));
if (input.value !== '') ask();
