import { Document, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { z } from 'zod';
import type { SiteFiles } from '../site/index.ts';

interface SchemaNode {
  description?: string;
  const?: unknown;
  properties?: Record<string, SchemaNode>;
  oneOf?: SchemaNode[];
  anyOf?: SchemaNode[];
}

/**
 * Writes a value as YAML, each key under the words with which its schema
 * describes it; optional keys that it lacks are named at the end.
 */
export function commentedYaml(schema: z.ZodType, value: Record<string, unknown>): string {
  const document = new Document(value);
  const known = branchOf(
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode,
    value,
  );
  describe(document.contents as YAMLMap, known);
  const lacking = Object.entries(known.properties ?? {}).filter(([key]) => !Object.hasOwn(value, key));
  if (lacking.length > 0)
    document.comment = [
      ' What may stand here too:',
      ...lacking.map(([key, { description = '…' }]) => ` ${key}: ${description}`),
    ].join('\n');
  return document.toString({ lineWidth: 110, flowCollectionPadding: false });
}

/** Of alternatives, the one whose fixed values are those of `value`. */
function branchOf(node: SchemaNode, value: Record<string, unknown>): SchemaNode {
  const branches = node.oneOf ?? node.anyOf ?? [];
  const fits = ({ properties = {} }: SchemaNode) =>
    Object.entries(properties).every(
      ([key, { const: fixed }]) => fixed === undefined || fixed === value[key],
    );
  return branches.find(fits) ?? node;
}

function describe(map: YAMLMap, { properties = {} }: SchemaNode): void {
  for (const { key, value } of map.items) {
    const known = isScalar(key) ? properties[String(key.value)] : undefined;
    if (known?.description !== undefined) (key as Node).commentBefore = ` ${known.description}`;
    if (isMap(value)) describe(value, known ?? {});
    if (isSeq(value)) value.flow = value.items.every(isScalar);
  }
}

/** The comment by which editors find the schema of a file, where the site's own files have one. */
export function schemaComment({ texts }: SiteFiles, path: string, schema: string): string {
  const own = /^# yaml-language-server: \$schema=(\S*)site\.json\n/.exec(
    texts.get('content/site/site.yaml')?.text ?? '',
  );
  const deeper = '../'.repeat(path.split('/').length - 'content/site/site.yaml'.split('/').length);
  return own ? `# yaml-language-server: $schema=${deeper}${own[1]}${schema}.json\n` : '';
}
