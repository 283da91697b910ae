import { accentContrast } from './accent-contrast.ts';
import { aliasTaken } from './alias-taken.ts';
import { chartCategories } from './chart-categories.ts';
import { chartContrast } from './chart-contrast.ts';
import { chartData } from './chart-data.ts';
import { chartDescription } from './chart-description.ts';
import { chartDrawing } from './chart-drawing.ts';
import { chartEmpty } from './chart-empty.ts';
import { chartField } from './chart-field.ts';
import { chartNote } from './chart-note.ts';
import { chartSpec } from './chart-spec.ts';
import { chartType } from './chart-type.ts';
import { chartUnknown } from './chart-unknown.ts';
import { chartUrl } from './chart-url.ts';
import { dataField } from './data-field.ts';
import { dataKey } from './data-key.ts';
import { dataTable } from './data-table.ts';
import { dataValue } from './data-value.ts';
import { datasetEmpty } from './dataset-empty.ts';
import { datasetUnknown } from './dataset-unknown.ts';
import { encoding } from './encoding.ts';
import { figureTwice } from './figure-twice.ts';
import { figureUnknown } from './figure-unknown.ts';
import { fileKind } from './file-kind.ts';
import { fileMissing } from './file-missing.ts';
import { fileName } from './file-name.ts';
import { folderName } from './folder-name.ts';
import { font } from './font.ts';
import { footnoteMissing } from './footnote-missing.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { format } from './format.ts';
import { frontMatter } from './front-matter.ts';
import { headingLevels } from './heading-levels.ts';
import { headingTwice } from './heading-twice.ts';
import { historyOrder } from './history-order.ts';
import { ignore } from './ignore.ts';
import { imageAddress } from './image-address.ts';
import { imageAlt } from './image-alt.ts';
import { imageMissing } from './image-missing.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { json } from './json.ts';
import { languageUnknown } from './language-unknown.ts';
import { licenceChecked } from './licence-checked.ts';
import { licenceMissing } from './licence-missing.ts';
import { link } from './link.ts';
import { linkHidden } from './link-hidden.ts';
import { linkScheme } from './link-scheme.ts';
import { linkTarget } from './link-target.ts';
import { linkText } from './link-text.ts';
import { mapGeometry } from './map-geometry.ts';
import { markOrder } from './mark-order.ts';
import { mdxAttribute } from './mdx-attribute.ts';
import { mdxComponent } from './mdx-component.ts';
import { mdxProgram } from './mdx-program.ts';
import { mdxSyntax } from './mdx-syntax.ts';
import { mergeConflict } from './merge-conflict.ts';
import { messageSyntax } from './message-syntax.ts';
import { numberByHand } from './number-by-hand.ts';
import { numberOutdated } from './number-outdated.ts';
import { pdf } from './pdf.ts';
import { pinBehind } from './pin-behind.ts';
import { pinMissing } from './pin-missing.ts';
import { pinUnused } from './pin-unused.ts';
import { placeUnknown } from './place-unknown.ts';
import { publicFile } from './public-file.ts';
import { referenceTwice } from './reference-twice.ts';
import { referenceUnknown } from './reference-unknown.ts';
import { releaseChanged } from './release-changed.ts';
import { releaseExists } from './release-exists.ts';
import { releaseGone } from './release-gone.ts';
import { releaseName } from './release-name.ts';
import { releaseStep } from './release-step.ts';
import { releaseUnpublished } from './release-unpublished.ts';
import type { Rule } from './rule.ts';
import { schema } from './schema.ts';
import { scriptForeign } from './script-foreign.ts';
import { scriptMixed } from './script-mixed.ts';
import { seriesUnknown } from './series-unknown.ts';
import { siteLists } from './site-lists.ts';
import { stat } from './stat.ts';
import { tableRows } from './table-rows.ts';
import { termUnknown } from './term-unknown.ts';
import { textSize } from './text-size.ts';
import { topicUnknown } from './topic-unknown.ts';
import { translationComponents } from './translation-components.ts';
import { translationFigures } from './translation-figures.ts';
import { translationMissing } from './translation-missing.ts';
import { translationPassages } from './translation-passages.ts';
import { translationStale } from './translation-stale.ts';
import { translationStructure } from './translation-structure.ts';
import { translationTerm } from './translation-term.ts';
import { translationUnrecorded } from './translation-unrecorded.ts';
import { translationUntranslated } from './translation-untranslated.ts';
import { unicodeForm } from './unicode-form.ts';
import { versionAdded } from './version-added.ts';
import { versionChanged } from './version-changed.ts';
import { versionMissing } from './version-missing.ts';
import { versionUnknown } from './version-unknown.ts';
import { wordsMissing } from './words-missing.ts';
import { wordsUnknown } from './words-unknown.ts';
import { yaml } from './yaml.ts';

/** Every rule, by its name. */
export const rules: ReadonlyMap<string, Rule> = new Map(
  [
    accentContrast,
    aliasTaken,
    chartCategories,
    chartContrast,
    chartData,
    chartDescription,
    chartDrawing,
    chartEmpty,
    chartField,
    chartNote,
    chartSpec,
    chartType,
    chartUnknown,
    chartUrl,
    dataField,
    dataKey,
    dataTable,
    dataValue,
    datasetEmpty,
    datasetUnknown,
    encoding,
    figureTwice,
    figureUnknown,
    fileKind,
    fileMissing,
    fileName,
    folderName,
    font,
    footnoteMissing,
    footnoteUnused,
    format,
    frontMatter,
    headingLevels,
    headingTwice,
    historyOrder,
    ignore,
    imageAddress,
    imageAlt,
    imageMissing,
    invisibleCharacter,
    json,
    languageUnknown,
    licenceChecked,
    licenceMissing,
    link,
    linkHidden,
    linkScheme,
    linkTarget,
    linkText,
    mapGeometry,
    markOrder,
    mdxAttribute,
    mdxComponent,
    mdxProgram,
    mdxSyntax,
    mergeConflict,
    messageSyntax,
    numberByHand,
    numberOutdated,
    pdf,
    pinBehind,
    pinMissing,
    pinUnused,
    placeUnknown,
    publicFile,
    referenceTwice,
    referenceUnknown,
    releaseChanged,
    releaseExists,
    releaseGone,
    releaseName,
    releaseStep,
    releaseUnpublished,
    schema,
    scriptForeign,
    scriptMixed,
    seriesUnknown,
    siteLists,
    stat,
    tableRows,
    termUnknown,
    textSize,
    topicUnknown,
    translationComponents,
    translationFigures,
    translationMissing,
    translationPassages,
    translationStale,
    translationStructure,
    translationTerm,
    translationUnrecorded,
    translationUntranslated,
    unicodeForm,
    versionAdded,
    versionChanged,
    versionMissing,
    versionUnknown,
    wordsMissing,
    wordsUnknown,
    yaml,
  ].map((rule): [string, Rule] => [rule.id, rule]),
);
export type { Rule } from './rule.ts';
