import type { Locale, Site } from '../site/index.ts';
import { fold, joined } from './fold.ts';

const lettersOf = (text: string): string => joined(fold(text)).text;

/** Gives the other names of the glossary's terms that a text names: who asks for one of them finds it. */
export function spellings({ glossary }: Site, { term }: Locale): (text: string) => string[] {
  const groups = [...glossary.terms.keys()].flatMap((id) => {
    const found = term(id);
    if (!found || found.also.length === 0) return [];
    return [[found.term, ...found.also].map((name) => ({ name, letters: lettersOf(name) }))];
  });
  return (text) => {
    if (groups.length === 0) return [];
    const letters = lettersOf(text);
    return groups.flatMap((names) => {
      const others = names.filter((each) => !letters.includes(each.letters));
      return others.length < names.length ? others.map(({ name }) => name) : [];
    });
  };
}
