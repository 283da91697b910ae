import { encode } from 'uqr';

/** Modules of white that a reader of the code needs around it (ISO/IEC 18004). */
const quietZone = 4;

/**
 * The QR code of an address as a drawing: how many modules it is wide and high,
 * its quiet zone with it, and the lines, one module thick, that make the black
 * ones. Error correction M, which survives 15 % of dirt.
 */
export function qrCode(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone });
  const rows = data.map((row, y) => {
    let end = 0;
    return [
      ...row
        .map((dark) => (dark ? '1' : '0'))
        .join('')
        .matchAll(/1+/g),
    ]
      .map(({ index, 0: { length } }, n) => {
        const move = n === 0 ? `M${index} ${y}.5` : `m${index - end} 0`;
        end = index + length;
        return `${move}h${length}`;
      })
      .join('');
  });
  return { size, path: rows.join('') };
}
