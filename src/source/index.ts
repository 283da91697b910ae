export { filesUnder } from './files-under.ts';
export { parseJson } from './json.ts';
export { placeOfText, positionAt, type SourceFile } from './source-file.ts';
export type { PropertyPath, Sourced } from './values.ts';
export { parseYaml } from './yaml.ts';
