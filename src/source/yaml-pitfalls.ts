import { type Document, isAlias, isCollection, isNode, isScalar, Lexer, visit } from 'yaml';
import { limits } from './limits.ts';

/** What a YAML file of a site has no use for and could be abused; at an offset of the text. */
interface Pitfall {
  offset: number;
  message: string;
  hint: string;
}

/** A place where groups stand within each other so often that a parser would not come back. Only the signs of groups are looked at. */
export function nestedTooDeep(text: string): Pitfall | undefined {
  if (!couldNest.test(text)) return undefined;
  let offset = 0;
  let brackets = 0;
  let signs = 0;
  let isLineStart = true;
  // A text in the form of a list within a list, `- - - a`, has all its signs on one line.
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') brackets += 1;
    else if (lexeme === ']' || lexeme === '}') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && /^[-?:]$/.test(lexeme)) signs += 1;
    const indent = isLineStart && /^ *$/.test(lexeme) ? lexeme.length : 0;
    if (brackets > limits.depth || signs > limits.depth || indent > 4 * limits.depth)
      return {
        offset,
        message: `Groups stand within each other more than ${limits.depth} times here.`,
        hint: 'Write it with fewer levels.',
      };
    isLineStart = lexeme.endsWith('\n');
    if (isLineStart) signs = 0;
    // The beginnings of documents and of plain texts are signs of the lexer, and stand in no file.
    if (!'\u0002\u001f\u0018'.includes(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

/** Enough brackets in all, or signs of groups on one line, or columns of indentation; few files have as many, and only these are looked into. */
const couldNest = new RegExp(
  `(?:[[{][^[{]*){${limits.depth}}|^(?:[^-?:\\n]*[-?:]){${limits.depth}}|^ {${4 * limits.depth}}`,
  'm',
);

/** The first anchor, alias, tag, directive, key that stands twice or is no plain text; and groups too deep in each other. */
export function yamlPitfall(document: Document.Parsed): Pitfall | undefined {
  if (document.directives?.yaml.explicit)
    return {
      offset: 0,
      message: 'A line that begins with % is not part of a file of a site.',
      hint: 'Take it out.',
    };
  let found: Pitfall | undefined;
  visit(document, {
    Node(_, node, path) {
      const offset = node.range?.[0] ?? 0;
      const reason = isAlias(node)
        ? 'A text cannot begin with *.'
        : 'anchor' in node && node.anchor
          ? 'A text cannot begin with &.'
          : node.tag
            ? 'A text cannot begin with !.'
            : undefined;
      if (reason) found = { offset, message: reason, hint: 'Put the whole text into quotation marks.' };
      else if (path.filter((each) => isCollection(each)).length > limits.depth)
        found = {
          offset,
          message: `Groups stand within each other more than ${limits.depth} times here.`,
          hint: 'Write it with fewer levels.',
        };
      return found && visit.BREAK;
    },
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        const offset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
        if (!isScalar(key) && !isAlias(key))
          found ??= {
            offset,
            message: 'A key is no plain text here.',
            hint: 'Write a name before the colon.',
          };
        const name = isScalar(key) ? String(key.value) : '';
        if (keys.has(name))
          found ??= {
            offset,
            message: 'This is not valid YAML: this key stands twice in its group.',
            hint: 'Each key may stand once: remove or rename one of them.',
          };
        keys.add(name);
      }
      return found && visit.BREAK;
    },
  });
  return found;
}
