import type { Head, Shard, ShownSection } from '../format.ts';
import { sectionsInFile } from '../format.ts';
import { shardOf } from '../grams.ts';
import { listsOf, type Match, type Query, rank, settle, shardsOf } from '../query.ts';

/** The index of one language in the browser: its files are loaded when an answer needs them, each once. */
export class Library {
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #folder: string;
  readonly #sections = new Map<number, ShownSection>();

  /** `folder` is where the index stands, with a slash at the end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  get head(): Promise<Head> {
    return this.#file<Head>('index');
  }

  /** What is found, best first. */
  async ask(query: Query): Promise<Match[]> {
    const head = await this.head;
    const numbers = shardsOf(query, head.shards);
    const shards = await Promise.all(numbers.map((n) => this.#file<Shard>(`grams/${n}`)));
    const lists = listsOf(query, (gram) => shards[numbers.indexOf(shardOf(gram, head.shards))] ?? {});
    const loaded = lists.map(async ({ gram, list }) => ({
      gram,
      list: typeof list === 'string' ? list : await this.#file<string>(`lists/${list}`),
    }));
    return rank(query, head, await Promise.all(loaded));
  }

  /** Loads the texts of matches, and puts these in their order by them. */
  async settled(query: Query, matches: readonly Match[]): Promise<Match[]> {
    const numbers = new Set(matches.map(({ section }) => Math.floor(section / sectionsInFile)));
    await Promise.all(
      [...numbers].map(async (n) => {
        const sections = await this.#file<ShownSection[]>(`texts/${n}`);
        sections.forEach((section, at) => {
          this.#sections.set(n * sectionsInFile + at, section);
        });
      }),
    );
    return settle(query, matches, (section) => this.#sections.get(section));
  }

  /** The text of a match that `settled` has loaded. */
  section({ section }: Match): ShownSection | undefined {
    return this.#sections.get(section);
  }

  #file<T>(name: string): Promise<T> {
    let file = this.#files.get(name);
    if (!file) {
      file = fetch(`${this.#folder}${name}.json`).then((response) => {
        if (!response.ok) throw new Error(response.statusText);
        return response.json();
      });
      // What failed is asked for again the next time.
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return file as Promise<T>;
  }
}
