import type { Piece } from '../../briefs/index.ts';
import { keyOf, type Release } from '../../datasets/index.ts';
import { kindOfNumber, type Language } from '../../i18n/index.ts';
import { positionAt, type SourceFile } from '../../source/index.ts';
import { foundIn, type HandWritten } from '../hand-written.ts';
import { isWorded, numbersOf, type Passage, textOf } from '../texts.ts';
import type { AuditedNumber, ByHand } from './numbers.ts';

/** The numbers that somebody typed into some passages of a file, each with the value of the releases that it is. */
export function numbersByHand(
  passages: readonly Passage[],
  { file, language, releases }: { file: SourceFile; language: Language; releases: readonly Release[] },
): AuditedNumber[] {
  const known = new Map([...foundIn(passages, language, releases)].map((each) => [each.number, each]));
  return passages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      let from = beginningOf(piece, file.text);
      return numbersOf(piece, language).map((number): AuditedNumber => {
        const offset = file.text.indexOf(number.text, from);
        // A number that the file writes in another way, such as by an escape, is where its passage begins.
        if (offset >= 0) from = offset + number.text.length;
        const place = offset >= 0 ? positionAt(file.text, offset) : piece.at;
        const same = known.get(number);
        return {
          language,
          text: number.text,
          file: file.path,
          ...place,
          source: {
            from: 'hand',
            kind: kindOfNumber(textOf(piece) ?? '', number, language),
            reading: number.readings[0] ?? '',
            ...(same && { same: sameAs(same) }),
          },
        };
      });
    }),
  );
}

const sameAs = ({ release, known: { row, field, value } }: HandWritten): NonNullable<ByHand['same']> => ({
  dataset: release.dataset,
  version: release.version,
  row: Object.fromEntries(keyOf(row, release.primaryKey)),
  field,
  value,
});

/** Where the words of a piece begin in its file, in UTF-16 units: of a tag, those of its title or caption. */
function beginningOf(piece: Piece, text: string): number {
  const lines = text.split('\n').slice(0, piece.at.line - 1);
  const start = lines.reduce((sum, line) => sum + line.length + 1, 0) + piece.at.column - 1;
  if (piece.kind !== 'component') return start;
  const name = [...piece.attributes.keys()].find(isWorded);
  return name === undefined ? start : Math.max(start, text.indexOf(`${name}=`, start));
}
