import type { Node, Parent } from 'unist';
import { visit } from 'unist-util-visit';
import { didYouMean, quote } from '../diagnostics/index.ts';
import { type ComponentRule, componentRule, components } from './components.ts';

/** A finding in an MDX tree, at the place of a node. */
export interface Finding {
  rule: string;
  node: Node;
  message: string;
  hint: string;
}

/** The parts of an MDX syntax tree that matter here (mdast-util-mdx). */
interface JsxNode extends Parent {
  type: 'mdxJsxFlowElement' | 'mdxJsxTextElement';
  name: string | null;
  attributes: { type: string; name: string; value?: unknown; position?: Node['position'] }[];
}

/** One component as it stands in a text. */
export interface ComponentUse {
  name: string;
  attributes: ReadonlyMap<string, string>;
  node: Node;
}

const isJsx = (node: Node): node is JsxNode =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/**
 * Walks an MDX tree and says what a brief may not hold. A brief is a document,
 * not a program: no import, export or computed expression, no component but
 * ours, and only literal attributes, so that a stranger's text runs no code.
 */
export function restrict(tree: Node): { findings: Finding[]; uses: ComponentUse[] } {
  const findings: Finding[] = [];
  const uses: ComponentUse[] = [];
  visit(tree, (node: Node) => {
    const program = programs[node.type];
    if (program && !isComment(node)) findings.push({ node, ...program });
    if (node.type === 'html')
      findings.push({
        node,
        rule: 'mdx-component',
        message: 'HTML is not part of a brief.',
        hint: markdownInstead,
      });
    const address = unsafeAddress(node);
    if (address) findings.push(address);
    if (node.type === 'table') findings.push(...unevenRows(node as Parent));
    if (isJsx(node)) {
      const rule = node.name === null ? undefined : componentRule(node.name);
      if (!rule) findings.push(unknownComponent(node));
      else {
        const attributes = readAttributes(node, rule, findings);
        findings.push(...misfits(node, rule));
        uses.push({ name: node.name ?? '', attributes, node });
      }
    }
  });
  return { findings, uses };
}

/** What a link or a picture may begin with; anything else could run something when a reader follows it. */
const schemes = ['http', 'https', 'mailto', 'tel'];

/** A link, a picture or a definition with an address that is none of the web. Browsers pass over spaces and controls in it (https://url.spec.whatwg.org/#url-parsing). */
function unsafeAddress(node: Node): Finding | undefined {
  const { url } = node as Node & { url?: string };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec((url ?? '').replace(/[\u0000-\u0020]/g, ''))?.[1];
  if (scheme === undefined || schemes.includes(scheme.toLowerCase())) return undefined;
  return {
    node,
    rule: 'link-scheme',
    message: `A link cannot begin with ${quote(`${scheme}:`)}.`,
    hint: `Links begin with ${schemes.map((each) => `${each}:`).join(', ')}, with a slash for a page of the site, or with # for a place in the text.`,
  };
}

const unevenRows = ({ children }: Parent): Finding[] => {
  const [head, ...rows] = children.map((node) => ({ node, cells: (node as Parent).children.length }));
  return rows
    .filter(({ cells }) => cells !== head?.cells)
    .map(({ node, cells }) => ({
      node,
      rule: 'table-rows',
      message: `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'}, and the head of the table ${head?.cells}.`,
      hint: 'Count the | signs; write \\| for a bar within a cell.',
    }));
};

export const markdownInstead = 'Write Markdown, such as **bold**, or one of the components.';

const computed: Omit<Finding, 'node'> = {
  rule: 'mdx-program',
  message: 'Text between { and } would be computed, and a brief computes nothing.',
  hint: 'Write the text itself, a <Stat> for a number from the data, or \\{ for a brace.',
};

const programs: Record<string, Omit<Finding, 'node'>> = {
  mdxjsEsm: {
    rule: 'mdx-program',
    message: 'import and export are not part of a brief.',
    hint: 'Take the line out. The components of briefs are there without being imported.',
  },
  mdxFlowExpression: computed,
  mdxTextExpression: computed,
};

/** `{/* a comment *\/}` says nothing and runs nothing. */
const isComment = (node: Node): boolean => {
  const { value } = node as Node & { value?: string };
  return node.type !== 'mdxjsEsm' && /^\s*(\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/.test(value ?? '');
};

function unknownComponent(node: JsxNode): Finding {
  const name = node.name ?? '';
  const rule = 'mdx-component';
  const known = Object.keys(components);
  if (name === '') return { rule, node, message: '<> is not part of a brief.', hint: 'Take the tags out.' };
  const message = /^[a-z]/.test(name)
    ? `HTML such as <${name}> is not part of a brief.`
    : `There is no component <${name}>.`;
  const hint = /^[a-z]/.test(name) ? markdownInstead : didYouMean(name, known, 'components');
  return { rule, node, message, hint };
}

function readAttributes(node: JsxNode, rule: ComponentRule, findings: Finding[]): Map<string, string> {
  const read = new Map<string, string>();
  const report = (message: string, hint: string, at: Node) =>
    findings.push({ rule: 'mdx-attribute', node: at, message, hint });
  for (const attribute of node.attributes) {
    const at = attribute.position ? (attribute as unknown as Node) : node;
    if (attribute.type !== 'mdxJsxAttribute') {
      report(
        `<${node.name}> has attributes in { }, which would be computed.`,
        'Write each attribute as name="value".',
        at,
      );
      continue;
    }
    const { name, value } = attribute;
    const own = rule.attributes[name];
    if (!own && !rule.selects) {
      report(
        `<${node.name}> has no attribute ${quote(name)}.`,
        didYouMean(name, Object.keys(rule.attributes), 'attributes'),
        at,
      );
    } else if (typeof value !== 'string') {
      report(
        `${quote(name)} of <${node.name}> is not plain text.`,
        `Write ${name}="…", with straight double quotes.`,
        at,
      );
    } else if (own?.values && !own.values.includes(value)) {
      report(
        `${quote(name)} of <${node.name}> cannot be ${quote(value)}.`,
        didYouMean(value, own.values, 'values'),
        at,
      );
    } else if (read.has(name)) {
      report(`<${node.name}> has ${quote(name)} twice.`, 'Keep one of them.', at);
    } else read.set(name, value);
  }
  for (const [name, { required }] of Object.entries(rule.attributes)) {
    if (required && !node.attributes.some((each) => each.name === name)) {
      const end = rule.children === 'none' ? ' />' : '>';
      report(`<${node.name}> needs ${quote(name)}.`, `Write <${node.name} ${name}="…"${end}.`, node);
    }
  }
  return read;
}

function misfits(node: JsxNode, rule: ComponentRule): Finding[] {
  const inline = node.type === 'mdxJsxTextElement';
  const finding = (message: string, hint: string): Finding => ({
    rule: 'mdx-component',
    node,
    message,
    hint,
  });
  if (inline && rule.placement === 'block') {
    return [
      finding(
        `<${node.name}> stands inside a line of text.`,
        'Give it lines of its own, with an empty line before and after.',
      ),
    ];
  }
  if (rule.children === 'none' && node.children.length > 0) {
    return [
      finding(
        `<${node.name}> holds text, which would not be shown.`,
        `Write <${node.name} … /> and move the text out.`,
      ),
    ];
  }
  if (rule.children === 'list' && !node.children.every(({ type }) => type === 'list')) {
    return [
      finding(
        `<${node.name}> holds something else than a list.`,
        'Write one list, with an empty line before and after it.',
      ),
    ];
  }
  return [];
}
