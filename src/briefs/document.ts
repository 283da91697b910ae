import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node } from 'unist';
import { visit } from 'unist-util-visit';
import type { Position, Report } from '../diagnostics/index.ts';
import { countWords, type Language } from '../i18n/index.ts';
import type { SourceFile } from '../source/index.ts';
import { type Block, blocksOf } from './blocks.ts';
import { excessOf, nestedTooDeep } from './excess.ts';
import { type ComponentUse, markdownInstead, restrict } from './restrict.ts';

export interface Heading {
  depth: number;
  text: string;
  at: Position;
}

/** A component of a text with the place it stands at. */
export interface PlacedUse extends Omit<ComponentUse, 'node'> {
  at: Position;
}

/** The text of a brief in one language, read but not drawn. */
export interface BriefDocument {
  headings: readonly Heading[];
  blocks: readonly Block[];
  uses: readonly PlacedUse[];
  images: readonly PlacedImage[];
  words: number;
}

/** A picture of a text, with the place it stands at. */
export interface PlacedImage {
  address: string;
  alt: string;
  at: Position;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** The body of a brief as a tree of Markdown with components (mdast). Throws where it cannot be read. */
export const parseBody = (body: string): Node => parser.parse(body);

const plainParser = unified().use(remarkParse).use(remarkGfm);

/** What is wrong with a text in plain Markdown, which has neither HTML nor components: a message and a hint for each. */
export function plainProblems(text: string): { message: string; hint: string }[] {
  const excess = excessOf(text);
  if (excess) return [excess];
  return restrict(plainParser.parse(text)).findings.map(({ rule, message, hint }) =>
    rule === 'mdx-component'
      ? { message: 'HTML is not part of this text.', hint: 'Write Markdown, such as **bold**.' }
      : { message, hint },
  );
}

/**
 * Reads the body of a brief (MDX with GFM). What a brief may not hold is
 * reported at its place; nothing is given when the text cannot be read at all.
 * `bodyLine` is the line of the file on which the body starts.
 */
export function readDocument(
  file: SourceFile,
  { body, bodyLine, language }: { body: string; bodyLine: number; language: Language },
  report: Report,
): BriefDocument | undefined {
  const place = (point: { line: number; column: number } | undefined): Position => ({
    line: (point?.line ?? 1) + bodyLine - 1,
    column: point?.column ?? 1,
  });
  const excessive = (excess: ReturnType<typeof excessOf>): boolean => {
    if (!excess) return false;
    const { at, ...words } = excess;
    report({ rule: 'text-size', severity: 'error', file: file.path, ...place(at), ...words });
    return true;
  };
  if (excessive(excessOf(body))) return undefined;
  let tree: Node;
  try {
    tree = parseBody(body);
  } catch (error) {
    const {
      reason = String(error),
      line = 1,
      column = 1,
    } = error as { reason?: string; line?: number; column?: number };
    // For a tag that is left open, the parser stands at its end and tells the beginning in words.
    const opening = /^Expected a closing tag[^(]*\((\d+):(\d+)/.exec(reason);
    const at = opening ? { line: Number(opening[1]), column: Number(opening[2]) } : { line, column };
    const { message, hint } = explainSyntax(reason);
    report({
      rule: 'mdx-syntax',
      severity: 'error',
      file: file.path,
      ...place(at),
      message,
      hint,
    });
    return undefined;
  }
  if (excessive(nestedTooDeep(tree))) return undefined;
  const { findings, uses } = restrict(tree);
  for (const { node, rule, message, hint } of findings) {
    report({ rule, severity: 'error', file: file.path, ...place(node.position?.start), message, hint });
  }
  const text = textOf(tree);
  let words: number | undefined;
  return {
    headings: headingsOf(tree).map(({ node, ...heading }) => ({
      ...heading,
      at: place(node.position?.start),
    })),
    blocks: blocksOf(tree, body, { place, offset: file.text.length - body.length }),
    uses: uses.map(({ node, ...use }) => ({ ...use, at: place(node.position?.start) })),
    images: imagesOf(tree).map(({ node, ...image }) => ({ ...image, at: place(node.position?.start) })),
    // Only pages ask for it, and segmentation takes a while.
    get words() {
      words ??= countWords(text, language);
      return words;
    },
  };
}

/** Images as Markdown writes them, at their place or by a definition elsewhere. */
function imagesOf(tree: Node): { address: string; alt: string; node: Node }[] {
  type Image = Node & { url?: string; alt?: string | null; identifier?: string };
  const definitions = new Map<string, string>();
  visit(tree, 'definition', ({ identifier = '', url = '' }: Image) => {
    definitions.set(identifier, url);
  });
  const found: { address: string; alt: string; node: Node }[] = [];
  visit(tree, ['image', 'imageReference'], (node) => {
    const { url, alt, identifier = '' } = node as Image;
    found.push({ address: url ?? definitions.get(identifier) ?? '', alt: alt ?? '', node });
  });
  return found;
}

function headingsOf(tree: Node): { depth: number; text: string; node: Node }[] {
  const found: { depth: number; text: string; node: Node }[] = [];
  visit(tree, 'heading', (node: Node & { depth: number }) => {
    found.push({ depth: node.depth, text: textOf(node), node });
  });
  return found;
}

/** What the page of a brief has anchors for besides its headings. */
export const pageAnchors = [
  'text',
  'contents',
  'link-to',
  'key-messages',
  'recommendations',
  'facts',
  'terms',
  'terms-closed',
  'references',
  'data-used',
  'versions',
  'how-to-cite',
  'related',
  'footnote-label',
] as const;

/** Anchors of headings as GitHub makes them, each once, and none that the page has itself. A translation takes those of its source. */
export function anchorsOf(headings: readonly Heading[]): string[] {
  const slugger = new GithubSlugger();
  for (const anchor of pageAnchors) slugger.slug(anchor);
  return headings.map(({ text }, n) => slugger.slug(text) || `section-${n + 1}`);
}

/** What MDX says of broken syntax, for people who do not write programs. */
function explainSyntax(reason: string): { message: string; hint: string } {
  const closing = /Expected a closing tag for `<(\w+)>`/.exec(reason);
  if (closing?.[1] && /^[a-z]/.test(closing[1]))
    return { message: `HTML such as <${closing[1]}> is not part of a brief.`, hint: markdownInstead };
  if (closing) {
    return {
      message: `<${closing[1]}> is opened here and never closed.`,
      hint: `Write </${closing[1]}> after its text, or <${closing[1]} … /> where it holds none.`,
    };
  }
  const apart = /Expected the closing tag `<\/(\w+)>`/.exec(reason);
  if (apart)
    return {
      message: `</${apart[1]}> does not stand where its opening tag stands: within a line, or on a line of its own.`,
      hint: 'Give both tags lines of their own, with an empty line before and after.',
    };
  const stray = /Unexpected closing (?:slash|tag) `?<?\/?(\w*)/.exec(reason);
  if (stray)
    return {
      message: `A closing tag has no opening one${stray[1] ? `: </${stray[1]}>` : ''}.`,
      hint: 'Take it out, or write the opening tag before it.',
    };
  if (/in expression|brace/.test(reason)) {
    return {
      message: 'A brace { is opened here and never closed.',
      hint: 'Write \\{ for a brace in the text.',
    };
  }
  if (/parse (import|export|expression)|acorn/i.test(reason)) {
    return {
      message: 'This would be read as a program, and a brief is none.',
      hint: 'A line must not start with import or export; write \\{ for a brace.',
    };
  }
  if (/character `!`/.test(reason))
    return { message: '<!-- does not begin a comment here.', hint: 'Write {/* the comment */}.' };
  if (/character `[“”„‟«»]`/.test(reason))
    return {
      message: 'An attribute stands in quotation marks that are not straight.',
      hint: 'Write it as name="value".',
    };
  if (/character .* (before|in) (local )?name/.test(reason))
    return {
      message: 'The sign < is read as the beginning of a tag here.',
      hint: 'For “less than” write \\<; for an address write [words](https://…).',
    };
  if (/Unexpected (end of file|character)/.test(reason))
    return {
      message: 'A tag is not complete.',
      hint: 'Close the tag or the quotation mark, here or just before.',
    };
  return {
    message: `This cannot be read: ${reason}`,
    hint: 'Look for a tag, brace or quotation mark that is missing or too many.',
  };
}
