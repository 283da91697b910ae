import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { expect, inject } from 'vitest';
import { release, rowsWith, traceOf } from './releases.ts';

export type Document = ReturnType<typeof parseDocument>;
export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

export const pageOf = async (...path: string[]): Promise<Document> =>
  parseDocument(await readFile(join(inject('published'), ...path, 'index.html'), 'utf8'));
export const all = (name: string, within: Document | Element): Element[] =>
  DomUtils.getElementsByTagName(name, within, true);
export const has = (name: string, { attribs }: Element): boolean =>
  attribs['class']?.split(' ').includes(name) ?? false;
export const text = (element: Element): string => DomUtils.textContent(element).trim();
export const isElement = (node: object): node is Element => 'attribs' in node;
export const around = (element: Element): Element[] =>
  element.parent && isElement(element.parent) ? [...around(element.parent), element.parent] : [];

/** What the elements around a number, and in a table the head of its column, say of it. */
export function partsOf(element: Element): (string | undefined)[] {
  const chain = [...around(element), element];
  const table = chain.find(({ name }) => name === 'table');
  const cell = chain.find(({ name }) => name === 'td' || name === 'th');
  const column = cell ? DomUtils.getSiblings(cell).filter(isElement).indexOf(cell) : -1;
  const heads = table ? all('th', all('thead', table)[0] as Element) : [];
  return [...chain.map(({ attribs }) => attribs['data-from']), heads[column]?.attribs['data-from']];
}

/** The value that an element names, and how the data set shows it. */
export async function named(element: Element) {
  const { dataset, version, row, field } = traceOf(partsOf(element));
  const found = await release(dataset, version);
  const rows = rowsWith(found, row);
  const says = `${dataset} ${version} ${[...row].join(' ')} ${field}`;
  expect(rows, says).toHaveLength(1);
  const value = rows[0]?.[field];
  expect(typeof value, says).toBe('number');
  return { value: value as number, dataset, rows, says, ...found.measures.get(field) };
}
