import { z } from 'zod';
import { didYouMean, quote, type Report } from '../diagnostics/index.ts';
import { limits, type PropertyPath, parseJson, type SourceFile } from '../source/index.ts';
import { controlKinds } from './controls.ts';
import { excessiveParts } from './excess.ts';
import { explain } from './explain.ts';
import { forbiddenParts } from './forbidden.ts';
import { grammarMisfit } from './grammar.ts';
import type { ChartSource } from './source.ts';
import { writtenTexts } from './texts.ts';
import { innerViews, listKeys, type View } from './view.ts';

/**
 * Reads chart.vl.json. Gives nothing when it is not a Vega-Lite spec or reaches
 * outside the data sets; every reason is reported at its line.
 */
export function parseChart(id: string, file: SourceFile, report: Report): ChartSource | undefined {
  const source = parseJson(file, z.record(z.string(), z.unknown()), report);
  if (!source) return undefined;
  const spec = source.value as View;
  let sound = true;
  const complain = (rule: string, path: PropertyPath, message: string, hint: string) => {
    sound = false;
    report({ rule, severity: 'error', file: file.path, ...source.at(path), message, hint });
  };

  const forbidden = [...forbiddenParts(spec), ...excessiveParts(spec)].slice(0, limits.findings);
  for (const { rule, path, message, hint } of forbidden) complain(rule, path, message, hint);
  // What is forbidden is seldom well-formed; one message about it is enough.
  for (const path of forbidden.length > 0 ? [] : viewsWithoutData(spec)) {
    complain('chart-data', path, 'This view has no data.', 'Name a data set: "data": {"name": "…"}.');
  }
  const misfit = sound ? grammarMisfit(spec) : undefined;
  if (misfit) {
    const { message, hint } = explain(misfit, valueAt(spec, misfit.path));
    complain('chart-spec', misfit.path, message, hint);
  }
  if (!sound) return undefined;
  const notes = readNotes(spec, complain);
  const words = readWords(spec, complain);
  for (const { text, path } of writtenTexts(spec)) {
    if (words.includes(text) || !/\p{L}/u.test(text)) continue;
    complain(
      'chart-spec',
      path,
      `The text ${quote(text)} would stand in every language as it is.`,
      words.length > 0
        ? didYouMean(text, words, 'keys of “words”')
        : 'Leave it out for the words of the data set, or write a key of the parameter “words”: {"name": "words", "value": {"key": ""}}; each language file gives its text.',
    );
  }
  checkControls(spec, words, complain);
  return sound ? { id, spec, datasets: datasetsIn(spec), words, notes, at: source.at, file } : undefined;
}

type Complain = (rule: string, path: PropertyPath, message: string, hint: string) => void;

function readNotes(spec: View, complain: Complain): ChartSource['notes'] {
  const path = ['usermeta', 'sala'];
  const own = (spec.usermeta as { sala?: Record<string, unknown> } | undefined)?.sala ?? {};
  for (const key of Object.keys(own).filter((each) => each !== 'notes')) {
    complain(
      'chart-spec',
      [...path, key],
      `Unknown key ${quote(key)} in “usermeta.sala”.`,
      didYouMean(key, ['notes'], 'known keys'),
    );
  }
  return [own.notes ?? []].flat().flatMap((note, index) => {
    const [dataset, id, ...more] = String(note).split('/');
    if (dataset && id && more.length === 0) return [{ dataset, note: id }];
    complain(
      'chart-spec',
      [...path, 'notes', index],
      `${quote(typeof note === 'object' ? JSON.stringify(note) : String(note))} names no note.`,
      'Write “data-set/note”.',
    );
    return [];
  });
}

function readWords(spec: View, complain: Complain): string[] {
  const index = (spec.params ?? []).findIndex(({ name }) => name === 'words');
  const value = spec.params?.[index]?.value;
  if (index < 0) return [];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return Object.keys(value);
  const hint = 'Write {"name": "words", "value": {"peak": ""}}; each language file gives the text.';
  complain('chart-spec', ['params', index], 'The parameter “words” must hold a group of keys.', hint);
  return [];
}

/** A choice for readers: by an element that chooses among what is there, with a name in each language. */
function checkControls({ params = [] }: View, words: readonly string[], complain: Complain): void {
  for (const [index, { name, bind, select }] of params.entries()) {
    if (typeof bind !== 'object' || bind === null || select !== undefined) continue;
    const { input } = bind as { input?: string };
    if (!controlKinds.includes(input ?? '')) {
      complain(
        'chart-spec',
        ['params', index, 'bind'],
        `Readers cannot choose by ${quote(input ?? '')}.`,
        `Use one of ${controlKinds.map(quote).join(', ')}.`,
      );
    } else if (!words.includes(String(name))) {
      complain(
        'chart-spec',
        ['params', index],
        `The choice ${quote(String(name))} has no name in words.`,
        `Add {"name": "words", "value": {"${name}": ""}} to the parameters, and the name in each language under “words”.`,
      );
    }
  }
}

/** False where the grammar is still to say that a list of views is none. */
const isSound = (view: View): boolean =>
  listKeys.every((key) => view[key] === undefined || Array.isArray(view[key]));

/** The paths of the views that draw without data of their own or of a view around them. */
function viewsWithoutData(view: View, path: PropertyPath = [], covered = false): PropertyPath[] {
  const has = view.data === undefined ? covered : view.data !== null;
  if (view.mark) return has ? [] : [path];
  if (!isSound(view)) return [];
  return innerViews(view).flatMap((inner) => viewsWithoutData(inner.view, [...path, ...inner.path], has));
}

/** The data sets that a spec names; names that it gives to generated data are its own. */
function datasetsIn(spec: View): string[] {
  const named = new Set<string>();
  const own = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'data' && isNamed(inner)) {
        const isMade = ['sequence', 'sphere', 'graticule'].some((each) => each in inner);
        (isMade ? own : named).add(inner.name);
      }
      if (key !== 'usermeta') walk(inner);
    }
  };
  walk(spec);
  return [...named].filter((name) => !own.has(name));
}

const isNamed = (value: unknown): value is { name: string } =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

const valueAt = (value: unknown, path: PropertyPath): unknown =>
  path.reduce((inner: unknown, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
