import { encode } from 'uqr';

/** Modules of white that a reader of the code needs around it (ISO/IEC 18004). */
const quietZone = 4;

/**
 * The QR code of an address as a drawing: how many modules it is wide and high,
 * its quiet zone with it, and the path of the black ones, each a unit of one.
 * Error correction M, which survives 15 % of dirt.
 */
export function qrCode(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: quietZone });
  const rows = data.map((row, y) => {
    const dark = row.map((each) => (each ? '1' : '0')).join('');
    return [...dark.matchAll(/1+/g)]
      .map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`)
      .join('');
  });
  return { size, path: rows.join('') };
}
