/** Each three characters in a row of a text. */
export function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (let n = 0; n + 3 <= text.length; n += 1) grams.push(text.slice(n, n + 3));
  return grams;
}

/** The file that a gram stands in. Those that begin alike stand together, so that two characters can be looked up too. */
export const shardOf = (gram: string, shards: number): number =>
  (gram.charCodeAt(0) * 31 + gram.charCodeAt(1) * 17) % shards;

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Rising numbers as the steps between them, each in base 64 digits of five bits
 * with a sign for one more (the coding of source maps, without signs): most are
 * one character, which compresses better than bytes in base 64.
 */
export function packed(numbers: readonly number[]): string {
  let text = '';
  let last = -1;
  for (const number of numbers) {
    let step = number - last - 1;
    last = number;
    while (step >= 32) {
      text += digits[32 + (step % 32)];
      step = Math.floor(step / 32);
    }
    text += digits[step];
  }
  return text;
}

const values = new Map([...digits].map((character, value) => [character, value]));

export function unpacked(text: string): number[] {
  const numbers: number[] = [];
  let last = -1;
  let step = 0;
  let place = 1;
  for (const character of text) {
    const value = values.get(character) ?? 0;
    step += (value % 32) * place;
    place *= 32;
    if (value >= 32) continue;
    last += step + 1;
    numbers.push(last);
    step = 0;
    place = 1;
  }
  return numbers;
}
