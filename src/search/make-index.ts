import { createHash } from 'node:crypto';
import { fold, joined } from './fold.ts';
import { type Head, recordKinds, type Shard, type ShownSection, sectionsInFile } from './format.ts';
import { gramsOf, packed, shardOf } from './grams.ts';
import type { SearchRecord } from './records.ts';

/** The index of one language: its files by name, and a name for all of them that holds a digest of them. */
export interface SearchIndex {
  name: string;
  files: ReadonlyMap<string, string>;
}

/** A file of grams is about so many characters long; a list that is longer than the other stands in a file of its own. */
const [shardSize, longList] = [2500, 800];

/** Makes the index of records, which come in the language of their readers. */
export function makeIndex(language: string, records: readonly SearchRecord[]): SearchIndex {
  const units = new Map<string, number[]>();
  const head: Head = {
    shards: 1,
    sections: records.map(({ sections }) => sections.length),
    titles: [],
    kinds: records.map(({ kind }) => recordKinds.indexOf(kind)),
    places: records.map(({ places }) => places.join(' ')),
    topics: records.map(({ topics }) => topics.join(' ')),
    years: records.map(({ year }) => year ?? 0),
    borrowed: records.flatMap((record, n) => (record.language === language ? [] : [n])),
  };
  const shown: ShownSection[] = [];
  let unit = 0;
  const add = (...texts: readonly string[]) => {
    // A last gram with a space, so that the last two characters can be found too.
    for (const text of texts)
      for (const gram of new Set(gramsOf(`${joined(fold(text)).text} `))) {
        const list = units.get(gram);
        if (!list) units.set(gram, [unit]);
        else if (list.at(-1) !== unit) list.push(unit);
      }
    unit += 1;
  };
  for (const { title, also, path, sections, language: own } of records) {
    head.titles.push(gramsOf(joined(fold(title)).text).length);
    add(title, ...also);
    for (const { anchor, heading, text, also: other } of sections) {
      add(heading);
      add(text, ...other);
      const section: ShownSection = [title, path, anchor, heading, text];
      if (own !== language) section[5] = own;
      shown.push(section);
    }
  }

  const files = new Map<string, string>();
  const lists = [...units].map(([gram, list]) => ({ gram, list: packed(list) }));
  const long = lists
    .filter(({ list }) => list.length > longList)
    .sort((a, b) => a.list.length - b.list.length);
  const numbers = new Map(long.map(({ gram }, n) => [gram, n]));
  const size = lists.reduce((sum, { gram, list }) => sum + (numbers.has(gram) ? 12 : list.length + 9), 0);
  head.shards = Math.max(1, Math.round(size / shardSize));
  files.set('index.json', JSON.stringify(head));
  const shards: Shard[] = Array.from({ length: head.shards }, () => ({}));
  for (const { gram, list } of lists.sort((a, b) => (a.gram < b.gram ? -1 : 1)))
    (shards[shardOf(gram, head.shards)] as Shard)[gram] = numbers.get(gram) ?? list;
  shards.forEach((shard, n) => {
    files.set(`grams/${n}.json`, JSON.stringify(shard));
  });
  long.forEach(({ list }, n) => {
    files.set(`lists/${n}.json`, JSON.stringify(list));
  });
  for (let n = 0; n * sectionsInFile < shown.length; n += 1)
    files.set(`texts/${n}.json`, JSON.stringify(shown.slice(n * sectionsInFile, (n + 1) * sectionsInFile)));
  const hash = createHash('sha256');
  for (const [name, text] of files) hash.update(name).update(text);
  return { name: `${language}-${hash.digest('hex').slice(0, 8)}`, files };
}
