import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { splitFrontMatter } from '../src/briefs/index.ts';
import type { Language } from '../src/i18n/index.ts';
import { randomFrom } from './random.ts';

/** What generated texts of a language are made from: pieces of texts that people wrote. */
export interface Stock {
  language: Language;
  /** Whole sentences, plain text. */
  sentences: readonly string[];
  /** In the same order in every language. */
  headings: readonly string[];
  /** What a sentence ends with. */
  stop: string;
  terms: readonly { term: string; definition: string }[];
  /** Titles of columns. */
  columns: { place: string; year: string };
}

/** Reads the stock of a language from the content/ folder of a site. */
export async function readStock(content: string, language: Language): Promise<Stock> {
  const yaml = async (path: string) => parse(await readFile(join(content, path), 'utf8'));
  const { terms } = await yaml('glossary/glossary.yaml');
  const glossary = await yaml(`glossary/${language}.yaml`);
  const { kinds } = await yaml(`messages/${language}.yaml`);
  const paragraphs = (await readBodies(content, language)).flatMap((body) => body.split(/\n\s*\n/));
  const sentences = paragraphs.filter(isProse).flatMap((each) => sentencesOf(each, language));
  return {
    language,
    sentences,
    headings: paragraphs.flatMap((each) => /^## ([^<\n]+)$/.exec(each)?.[1] ?? []),
    stop: sentences[0]?.at(-1) ?? '.',
    terms: Object.keys(terms).map((id) => glossary[id]),
    columns: { place: kinds['workshop-outcomes'].where, year: kinds['country-comparison'].years },
  };
}

/** Gives sentence after sentence in an order that follows from the seed; starts again after the last. */
export function sentencesFrom({ language, sentences }: Stock, seed: string): () => string {
  const random = randomFrom(`${seed} ${language}`);
  const order = sentences.map((text) => ({ text, place: random() })).sort((a, b) => a.place - b.place);
  let next = 0;
  return () => {
    const found = order[next % order.length];
    if (!found) throw new Error(`No brief has a plain sentence in “${language}” to make texts from.`);
    next += 1;
    return found.text;
  };
}

async function readBodies(content: string, language: Language): Promise<string[]> {
  const slugs = (await readdir(join(content, 'briefs'))).sort();
  const texts = await Promise.all(
    slugs.map((slug) => readFile(join(content, 'briefs', slug, `${language}.mdx`), 'utf8')),
  );
  return texts.map((text) => splitFrontMatter(text)?.body ?? '');
}

/** A paragraph that begins with a letter; lists, tables, headings and components do not. */
const isProse = (paragraph: string): boolean => /^\p{L}/u.test(paragraph);

/** The sentences of a paragraph that hold no markup and no figures, which would have to be the same in every language; citations after them are left out. */
function sentencesOf(paragraph: string, language: Language): string[] {
  const text = paragraph.replace(/\s*<Cite [^>]*\/>/g, '').replace(/\s+/g, ' ');
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return [...segments]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => /[.។]$/u.test(sentence) && !/[<>{}[\]|*_`\\#\p{Nd}]/u.test(sentence));
}
