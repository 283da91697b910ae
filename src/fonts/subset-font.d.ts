declare module 'subset-font' {
  /** Cuts a font (SFNT, WOFF or WOFF2) down to what a text needs. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: 'woff2' | 'woff' | 'truetype'; keepFeatures?: readonly string[] },
  ): Promise<Uint8Array>;
}
