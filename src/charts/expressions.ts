import { parseExpression as parse } from 'vega-expression';

interface SyntaxNode {
  type: string;
  name?: string;
  value?: unknown;
  computed?: boolean;
  object?: SyntaxNode;
  property?: SyntaxNode;
  member?: boolean;
  visit(visitor: (node: SyntaxNode) => unknown): unknown;
}

const parseExpression = parse as unknown as (text: string) => SyntaxNode;

/** The fields that an expression reads from `datum`, or why it cannot be read. */
export function fieldsOfExpression(text: string): { fields: string[] } | { problem: string } {
  try {
    const fields = new Set<string>();
    parseExpression(text).visit((node) => {
      if (node.type !== 'MemberExpression' || node.object?.name !== 'datum') return;
      const { property } = node;
      if (!node.computed && property?.name) fields.add(property.name);
      else if (property?.type === 'Literal' && typeof property.value === 'string') fields.add(property.value);
    });
    return { fields: [...fields] };
  } catch (error) {
    return { problem: (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') };
  }
}
