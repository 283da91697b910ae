export { type Change, changesOf } from './changes.ts';
export { missingTranslations, staleTranslations, unrecordedTranslations } from './findings.ts';
export { importXliff } from './import-xliff.ts';
export { passagesOf } from './passages.ts';
export { readXliff } from './read-xliff.ts';
export { acceptPassages, recordFile, recordText } from './record.ts';
export { type PassageState, translationState } from './state.ts';
export { placeOf, type Shown, writeXliff } from './write-xliff.ts';
