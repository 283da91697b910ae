/** What a byte is in a document outside of strings and streams, and in a content stream (ISO 32000-1, 7.2.2). */
export const regular = 0;
export const blank = 1;
export const delimiter = 2;

/** The kind of each byte. */
export const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = blank;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;
