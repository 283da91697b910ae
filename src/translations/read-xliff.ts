import { DOMParser, type Element, type Node, onErrorStopParsing, type ParseError } from '@xmldom/xmldom';
import { Failure, quote } from '../diagnostics/index.ts';
import { limits } from '../source/index.ts';

/** A translated passage as an XLIFF file gives it; its marks are named, and what they stand for is not believed. */
export interface XliffUnit {
  id: string;
  state: 'initial' | 'translated' | 'reviewed' | 'final';
  /** Nothing where there is no target, or an empty one. */
  target: readonly XliffInline[] | undefined;
  /** Digests at the time of the export: of the source, and of the translation, where there was one. */
  source: string;
  own: string | undefined;
}

export type XliffInline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; id: string; inside: readonly XliffInline[] | undefined };

export interface Xliff {
  slug: string;
  from: string;
  to: string;
  units: readonly XliffUnit[];
}

/**
 * Reads an XLIFF file that this project exported and a translator filled in.
 * Throws a Failure in words where it is another file. No entity is expanded and
 * nothing beside the file is read: a file with a document type is refused.
 */
export function readXliff(text: string, name: string): Xliff {
  if (text.length > limits.data) throw new Failure(`${name} is larger than ${limits.data / 1e6} MB.`);
  if (/<!DOCTYPE/i.test(text))
    throw new Failure(
      `${name} declares a document type, which an XLIFF file does not. Nothing was imported.`,
    );
  const root = parse(text, name);
  const version = root.getAttribute('version') ?? '';
  if (root.localName !== 'xliff' || !version.startsWith('2.'))
    throw new Failure(
      `${name} is no XLIFF 2 file${root.localName === 'xliff' ? ` but version ${version}` : ''}. Save it as XLIFF 2 in the program it was translated with.`,
    );
  const files = children(root, 'file');
  const [file] = files;
  if (!file || files.length > 1)
    throw new Failure(`${name} holds ${files.length} files; a translation of one brief is expected.`);
  const digests = new Map<string, { source: string; own: string | undefined }>();
  const words = (children(file, 'skeleton')[0]?.textContent ?? '').trim().split(/\s+/);
  for (let n = 0; n + 2 < words.length; n += 3) {
    const [id = '', source = '', own = '-'] = words.slice(n, n + 3);
    digests.set(id, { source, own: own === '-' ? undefined : own });
  }
  const units = descendants(file, 'unit').map((unit): XliffUnit => {
    const id = unit.getAttribute('id') ?? '';
    const known = digests.get(id);
    if (!known)
      throw new Failure(
        `${name} does not say from which text unit ${quote(id)} was made: its <skeleton> is missing or was changed. Export it anew, or save it with all that it came with.`,
      );
    const segments = children(unit, 'segment');
    const states = segments.map((each) => stateOf(each));
    const target = [...unit.childNodes].flatMap((part) => {
      if (!isElement(part) || !['segment', 'ignorable'].includes(part.localName ?? '')) return [];
      const own =
        children(part, 'target')[0] ??
        (part.localName === 'ignorable' ? children(part, 'source')[0] : undefined);
      return own ? inlinesOf(own, name) : [];
    });
    const complete = segments.every((each) => children(each, 'target').length > 0) && !isEmpty(target);
    return { id, ...known, state: least(states), target: complete ? target : undefined };
  });
  return {
    slug: file.getAttribute('id') ?? '',
    from: root.getAttribute('srcLang') ?? '',
    to: root.getAttribute('trgLang') ?? '',
    units,
  };
}

function parse(text: string, name: string): Element {
  try {
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text.replace(/^\uFEFF/, ''),
      'text/xml',
    );
    if (document.documentElement) {
      if (isDeep(document.documentElement))
        throw new Failure(`${name} has elements within each other more than ${limits.elements} times.`);
      return document.documentElement;
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { message = '', locator } = error as Partial<ParseError>;
    throw new Failure(
      `${name} is no complete XML file: ${message.split('\n')[0]}, in line ${locator?.lineNumber || 1}. Nothing was imported.`,
    );
  }
  throw new Failure(`${name} is empty. Nothing was imported.`);
}

function isDeep(root: Element): boolean {
  let level: Element[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limits.elements) return true;
    level = level.flatMap((each) => [...each.childNodes].filter(isElement));
  }
  return false;
}

const order = ['initial', 'translated', 'reviewed', 'final'] as const;

const stateOf = (segment: Element): XliffUnit['state'] =>
  order.find((each) => each === segment.getAttribute('state')) ?? 'initial';

const least = (states: readonly XliffUnit['state'][]): XliffUnit['state'] =>
  order.find((each) => states.includes(each)) ?? 'initial';

/**
 * Words and codes; programs may write a pair as its two ends. Annotations
 * (`mrk`, `sm`, `em`) are the translator's own and are passed over.
 */
function inlinesOf(parent: Element, name: string): XliffInline[] {
  const stack: { id: string; inside: XliffInline[] }[] = [{ id: '', inside: [] }];
  const add = (...parts: XliffInline[]) => stack.at(-1)?.inside.push(...parts);
  for (const node of parent.childNodes) {
    if (!isElement(node)) {
      if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
        add({ kind: 'text', text: node.nodeValue ?? '' });
      continue;
    }
    const id = node.getAttribute('id') ?? '';
    switch (node.localName) {
      case 'ph':
        add({ kind: 'code', id, inside: undefined });
        break;
      case 'pc':
        add({ kind: 'code', id, inside: inlinesOf(node, name) });
        break;
      case 'sc':
        stack.push({ id, inside: [] });
        break;
      case 'ec': {
        const opened = stack.length > 1 ? stack.pop() : undefined;
        if (!opened || opened.id !== (node.getAttribute('startRef') ?? id))
          throw new Failure(
            `${name}: the ends of code ${quote(id)} cross those of another, in line ${node.lineNumber}.`,
          );
        add({ kind: 'code', id: opened.id, inside: opened.inside });
        break;
      }
      case 'mrk':
        add(...inlinesOf(node, name));
        break;
      case 'cp':
        add({
          kind: 'text',
          text: character(node.getAttribute('hex') ?? ''),
        });
        break;
    }
  }
  const [whole, open] = stack;
  if (open)
    throw new Failure(
      `${name}: code ${quote(open.id)} is opened and never closed, in line ${parent.lineNumber}.`,
    );
  return whole?.inside ?? [];
}

/** The character that `cp` stands for; programs write controls so, which no text has. */
function character(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code >= 0x20 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const isEmpty = (inlines: readonly XliffInline[]): boolean =>
  inlines.every((each) => each.kind === 'text' && each.text.trim() === '');

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;

const children = (parent: Element, name: string): Element[] =>
  [...parent.childNodes].filter((node): node is Element => isElement(node) && node.localName === name);

/** Units stand in the file, or in groups of it. */
const descendants = (parent: Element, name: string): Element[] =>
  [...parent.childNodes].flatMap((node) => {
    if (!isElement(node)) return [];
    return node.localName === name ? [node] : node.localName === 'group' ? descendants(node, name) : [];
  });
