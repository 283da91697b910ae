import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { Attachment } from './attachments.ts';

/** What a page needs to stand alone. */
export interface Surroundings {
  /** The page's own public address, which relative links start from. */
  address: string;
  /** Gives the text of a style sheet by the address that the page names, without fonts. */
  style(href: string): string;
  /** The fonts for these characters, as style. */
  fonts(characters: ReadonlySet<string>): string;
  /** Gives the bytes and media type of a picture by the address that the page names. */
  picture(src: string): { bytes: Uint8Array; mediaType: string };
  /** Where the page itself lists what a number's link leads to, and the name that stands there, by the address that the page names. */
  listed: ReadonlyMap<string, { anchor: string; name: string }>;
  /** The files that go with each figure of the page, by its anchor. */
  files: ReadonlyMap<string, readonly Attachment[]>;
}

/** A part of the page that gives way to something else. */
interface Edit {
  from: number;
  to: number;
  text: string | (() => string);
}

interface OpenElement {
  name: string;
  classes: readonly string[];
  from: number;
  /** Whether it is left out of the file. */
  left: boolean;
  anchor: string | undefined;
}

/** Classes of parts that only make sense where the site is. */
const online = ['also', 'downloads', 'boot', 'chart-explore', 'aids', 'here'];

/**
 * Makes of a page one file that holds all it needs: style, fonts, pictures, and
 * the files that go with its charts. Its links lead to the site; it asks for
 * nothing, and runs no script, which its own policy says.
 */
export function makeSingleFile(html: string, around: Surroundings): string {
  const edits: Edit[] = [];
  const styles: string[] = [];
  const characters = new Set<string>();
  const open: OpenElement[] = [];
  const replaceAttribute = (from: number, to: number, name: string, value: string): void => {
    const tag = html.slice(from, to);
    const found = new RegExp(`\\s${name}="[^"]*"`).exec(tag);
    if (!found) return;
    const start = from + found.index;
    edits.push({ from: start, to: start + found[0].length, text: ` ${name}="${escaped(value)}"` });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const from = parser.startIndex;
      const to = parser.endIndex + 1;
      const classes = attributes['class']?.split(' ') ?? [];
      const parent = open.at(-1);
      const left =
        parent?.left === true ||
        name === 'script' ||
        // The same picture for other screens; one stands inside.
        name === 'source' ||
        online.some((each) => classes.includes(each)) ||
        (name === 'nav' && parent?.classes.includes('site-head') === true);
      open.push({ name, classes, from, left, anchor: attributes['id'] });
      if (left) return;
      const { href, src, rel } = attributes;
      if (attributes['data-live'] !== undefined) {
        const found = /\sdata-live="[^"]*"/.exec(html.slice(from, to));
        if (found)
          edits.push({ from: from + found.index, to: from + found.index + found[0].length, text: '' });
      }
      const listed = classes.includes('stat') ? around.listed.get(href ?? '') : undefined;
      if (isForMachines(name, attributes)) {
        edits.push({ from, to, text: '' });
      } else if (name === 'meta' && attributes['http-equiv'] === 'content-security-policy') {
        edits.push({ from, to, text: () => policy(styles) });
      } else if (name === 'link' && rel === 'stylesheet' && href !== undefined) {
        const text = around.style(href);
        const media = attributes['media'];
        styles.push(text);
        edits.push({
          from,
          to,
          text: `<style${media ? ` media="${media}"` : ''}>${text}</style>`,
        });
      } else if (listed) {
        // The list is at hand without the network, and has the name once for all.
        replaceAttribute(from, to, 'href', `#${listed.anchor}`);
        replaceAttribute(from, to, 'title', (attributes['title'] ?? '').replace(`${listed.name}, `, ''));
      } else if (href !== undefined && !href.startsWith('#')) {
        replaceAttribute(from, to, 'href', new URL(href, around.address).href);
      } else if (name === 'img' && src !== undefined) {
        const { bytes, mediaType } = around.picture(src);
        replaceAttribute(from, to, 'src', dataUrl(mediaType, bytes));
      }
    },
    onclosetag() {
      const closed = open.pop();
      if (!closed) return;
      const { name, from, left, anchor } = closed;
      if (left && !open.some((each) => each.left)) edits.push({ from, to: parser.endIndex + 1, text: '' });
      const files = name === 'figure' && anchor !== undefined ? around.files.get(anchor) : undefined;
      if (files) edits.push({ from: parser.startIndex, to: parser.startIndex, text: fileLinks(files) });
    },
    ontext(text) {
      if (!open.some((each) => each.left)) for (const character of text) characters.add(character);
    },
  });
  parser.end(html);
  for (const files of around.files.values())
    for (const { description } of files) for (const character of description) characters.add(character);
  const fonts = around.fonts(characters);
  styles.push(fonts);
  const headEnd = html.indexOf('</head>');
  edits.push({ from: headEnd, to: headEnd, text: `<style>${fonts}</style>` });

  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits) {
    parts.push(html.slice(at, from), typeof text === 'string' ? text : text());
    at = to;
  }
  return parts.join('') + html.slice(at);
}

/** What search engines and reference managers read of a page that is on the web: a tenth of the file would be of no use. */
const isForMachines = (
  name: string,
  { property, name: named = '', rel = '' }: Record<string, string>,
): boolean =>
  name === 'meta'
    ? property !== undefined || /^(?:citation_|dcterms\.|twitter:)/i.test(named)
    : name === 'link' && !/^(?:stylesheet|canonical|license)$/.test(rel);

/** What the file may do, for the browser to hold it to: its own styles, and what stands inside. */
const policy = (styles: readonly string[]): string => {
  const hashes = styles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`);
  const rules = `default-src 'none'; style-src ${hashes.join(' ')}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<meta http-equiv="content-security-policy" content="${rules}">`;
};

const fileLinks = (files: readonly Attachment[]): string =>
  `<p class="figure-files">${files
    .map(
      ({ name, mediaType, bytes, description }) =>
        `<a download="${escaped(name)}" href="${dataUrl(mediaType, bytes)}">${escaped(description)}</a>`,
    )
    .join(' ')}</p>`;

const dataUrl = (mediaType: string, bytes: Uint8Array): string => {
  const base64 = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  if (!mediaType.startsWith('text/')) return base64;
  // What has few characters that an address must not have is shorter, and can be read, as it is.
  const text = Buffer.from(bytes).toString('utf8');
  const plain = `data:${mediaType};charset=utf-8,${text.replace(/[ %#"&<>\p{Cc}]|[^\p{ASCII}]+/gu, encodeURIComponent)}`;
  return plain.length < base64.length ? plain : base64;
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
