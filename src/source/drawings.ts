import { DOMParser, type Element, onErrorStopParsing, type ParseError } from '@xmldom/xmldom';
import type { Position } from '../diagnostics/index.ts';
import { limits } from './limits.ts';

const hint = 'Save it as “plain SVG”, with its pictures inside.';

/**
 * Why a drawing (SVG) is not served: it can be opened as a page of its own, so
 * that it may run nothing and reach for nothing. Nothing where it only draws.
 */
export function drawingProblem(text: string): { at: Position; message: string; hint: string } | undefined {
  const problem = (message: string, at: Position = { line: 1, column: 1 }) => ({ at, message, hint });
  if (text.includes('\ufffd') || text.includes('\0')) return problem('This drawing is not in UTF-8.');
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return problem('This drawing has a document type.');
  if ((text.match(/<[^/!?]/g)?.length ?? 0) > limits.generated * 2)
    return problem('This drawing has too many parts.');
  let root: Element | null;
  try {
    root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
      text.replace(/^\uFEFF/, ''),
      'image/svg+xml',
    ).documentElement;
  } catch (error) {
    const { locator } = error as Partial<ParseError>;
    return problem(
      'This drawing is no well-formed SVG.',
      placeIn(text, locator?.lineNumber, locator?.columnNumber),
    );
  }
  if (root?.localName !== 'svg' || root.namespaceURI !== svg) return problem('This drawing is no SVG.');
  // Before the root, a style sheet of elsewhere can be named.
  if (/<\?(?!xml\s)/.test(text)) return problem('This drawing has an instruction for programs.');
  for (let open: Element[] = [root]; open.length > 0; ) {
    const element = open.pop() as Element;
    const message = misfit(element);
    if (message) return problem(message, placeIn(text, element.lineNumber, element.columnNumber));
    open = [...open, ...[...element.childNodes].filter((node): node is Element => node.nodeType === 1)];
  }
  return undefined;
}

/** A place as the parser tells it, which takes more for line ends than others do. */
function placeIn(text: string, line = 1, column = 1): Position {
  const own = text.split('\n')[line - 1];
  return own === undefined
    ? { line: 1, column: 1 }
    : { line, column: Math.min(Math.max(1, column), own.length + 1) };
}

const svg = 'http://www.w3.org/2000/svg';
const elements = new Set(
  (
    'a circle clipPath defs desc ellipse feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix ' +
    'feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile ' +
    'feTurbulence filter g image line linearGradient marker mask metadata path pattern polygon polyline ' +
    'radialGradient rect stop style svg switch symbol text textPath title tspan use view'
  ).split(' '),
);

/** What an element does besides drawing, as a sentence. Elements of drawing programs, in namespaces of their own, do nothing. */
function misfit(element: Element): string | undefined {
  const { namespaceURI, localName } = element;
  const name = localName ?? '';
  if (namespaceURI === 'http://www.w3.org/1999/xhtml' || (namespaceURI === svg && !elements.has(name)))
    return `A drawing cannot hold <${name}>.`;
  if (name === 'style' && /@import|url\(\s*["']?(?!#)|\\/i.test(element.textContent ?? ''))
    return 'The styles of this drawing reach for another file.';
  for (const { localName: own, value } of element.attributes) {
    if (/^on/i.test(own ?? '')) return `A drawing cannot have “${own}”, which runs a program.`;
    if (own === 'href' && !/^(#|data:image\/(png|jpeg|gif|webp);)/.test(value.trim()))
      return 'A drawing cannot lead to another file.';
    if (/url\(\s*["']?(?!["']?#)/i.test(value) || (own === 'style' && value.includes('\\')))
      return 'A drawing cannot reach for another file.';
  }
  return undefined;
}
