declare module '@citation-js/core' {
  interface CslConfig {
    locales: { add(name: string, xml: string): void; has(name: string): boolean; get(name: string): string };
    styles: { add(name: string, xml: string): void };
  }
  interface BibtexConfig {
    format: { useIdAsLabel: boolean; asciiOnly: boolean };
  }
  export const plugins: {
    config: { get(name: '@csl'): CslConfig; get(name: '@bibtex'): BibtexConfig };
    output: {
      format(name: string, items: readonly object[], options?: Readonly<Record<string, unknown>>): string;
    };
  };
  export class Cite {
    constructor(text: string, options?: { forceType?: string });
    data: Record<string, unknown>[];
  }
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
