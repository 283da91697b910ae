import { parse } from 'yaml';
import { editYaml } from './edit-yaml.ts';

/** How the editor reads a kind of file into the fields of a form, and writes it. */
interface FileFormat {
  fromFile(text: string): Form;
  toFile(form: Form): string;
}

/**
 * What a form holds: the values of a file, and the text that they were read
 * from, which the editor keeps and does not show. It gives the text of the
 * source language to a translation that is begun.
 */
type Form = Record<string, unknown> & { __text?: string };

export type FormatName = 'values' | 'words-frontmatter';

export const formats: Readonly<Record<FormatName, { extension: string } & FileFormat>> = {
  /** A YAML file. */
  values: {
    extension: 'yaml',
    fromFile: (text) => ({ ...named(parse(text), formKey), __text: text }),
    toFile: ({ __text = '', ...values }) => editYaml(__text, named(values, decodeURIComponent)),
  },
  /** A text of a brief, whose body is text as it stands. The editor wants such a name for MDX. */
  'words-frontmatter': {
    extension: 'mdx',
    fromFile(text) {
      const { matter, body } = parted(text);
      return { ...named(parse(matter), formKey), body: body.trim(), __text: text };
    },
    toFile({ __text = '', body, ...values }) {
      const old = parted(__text);
      const matter = editYaml(old.matter, named(values, decodeURIComponent)).trimEnd();
      const gap = /^\n*/.exec(old.body)?.[0];
      return `---\n${matter}\n---\n${gap}${String(body ?? '').trim()}\n`;
    },
  },
};

/** Parts a text as splitFrontMatter() of briefs/ does, a room that needs more than a browser has. */
function parted(text: string): { matter: string; body: string } {
  const [, matter = '', body = text] = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n([\s\S]*))?$/.exec(text) ?? [];
  return { matter, body };
}

/** The name of a key in a form, where a dot would part it in two. */
export const formKey = (key: string): string =>
  encodeURIComponent(key).replace(/[.*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A value with its keys, at any depth, named anew. */
function named<T>(value: T, name: (key: string) => string): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => named(item, name)) as T;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [name(key), named(own, name)])) as T;
}
