import { createScanner } from 'jsonc-parser';
import { quote } from '../diagnostics/index.ts';
import { limits } from './limits.ts';

/** The kinds of tokens that matter here; jsonc-parser has them as a const enum, which is not there when types are stripped. */
const openBrace = 1;
const closeBrace = 2;
const openBracket = 3;
const closeBracket = 4;
const text = 10;
const number = 11;
const end = 17;

/** What JSON.parse would take without a word, or not come back from; at an offset of the text. */
interface Pitfall {
  offset: number;
  message: string;
  hint: string;
}

/**
 * The first place where programs would not agree on what a JSON text says: a
 * key twice in a group, of which the last one counts; a number that no double
 * can hold; more groups within groups than anything needs.
 */
export function jsonPitfall(json: string): Pitfall | undefined {
  const scanner = createScanner(json, true);
  const keys: (Set<string> | undefined)[] = [];
  for (let token: number = scanner.scan(); token !== end; token = scanner.scan()) {
    const at = { offset: scanner.getTokenOffset() };
    switch (token) {
      case openBrace:
      case openBracket:
        if (keys.length >= limits.depth)
          return {
            ...at,
            message: `Groups stand within each other more than ${limits.depth} times here.`,
            hint: 'Write it with fewer levels.',
          };
        keys.push(token === openBrace ? new Set() : undefined);
        break;
      case closeBrace:
      case closeBracket:
        keys.pop();
        break;
      case text: {
        const own = keys.at(-1);
        if (!own || !isKey(json, scanner.getPosition())) break;
        const key = scanner.getTokenValue();
        if (own.has(key))
          return {
            ...at,
            message: `The key ${quote(key)} stands twice in its group.`,
            hint: 'Each key may stand once: remove or rename one of them.',
          };
        own.add(key);
        break;
      }
      case number: {
        const written = scanner.getTokenValue();
        if (isKept(written)) break;
        return {
          ...at,
          message: `The number ${written.slice(0, 40)}${written.length > 40 ? '…' : ''} is too large to be kept to its last digit.`,
          hint: 'Write a smaller number, or text in quotation marks where it is a name.',
        };
      }
    }
  }
  return undefined;
}

/** A text is a key where a colon follows it. */
function isKey(json: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(json[at] ?? '-')) at += 1;
  return json[at] === ':';
}

/** True for what a double holds; decimals are rounded as everywhere, whole numbers must stay what they are. */
const isKept = (written: string): boolean => {
  const kept = Number(written);
  return Number.isFinite(kept) && (/[.eE]/.test(written) || Number.isSafeInteger(kept));
};
