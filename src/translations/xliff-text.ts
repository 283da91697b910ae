/** The element tree of an XLIFF file as text: names, attributes that are given, and what is inside. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  inside: readonly string[] | string = '',
): string {
  const given = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${inAttribute(value)}"`]))
    .join('');
  if (inside.length === 0) return `<${name}${given}/>`;
  const content = typeof inside === 'string' ? inside : `\n${inside.join('\n').replace(/^(?=.)/gm, '  ')}\n`;
  return `<${name}${given}>${content}</${name}>`;
}

/** Text between tags. */
export const inText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '&#10;');

const inAttribute = (text: string): string => inText(text).replace(/"/g, '&quot;').replace(/\s/g, ' ');
