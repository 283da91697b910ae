import type { Plugin } from 'vite';

/**
 * Takes out of Sveltia CMS what would make it ask other hosts, or what the
 * editor of a site has no use for: the rules that load its fonts from elsewhere,
 * which it has as files too, and the grammars of two hundred programming languages.
 */
export const sveltia: Plugin = {
  name: 'sala:sveltia',
  enforce: 'pre',
  // The development server would bundle it before it comes here.
  config: () => ({ optimizeDeps: { exclude: ['@sveltia/cms'] } }),
  resolveId: (id) => (id.startsWith('@shikijs/langs/') ? `\0${id}` : undefined),
  load: (id) => (id.startsWith('\0@shikijs/langs/') ? 'export default [];' : undefined),
  transform: (code, id) =>
    id.includes('/@sveltia/cms/npm/') ? code.replace(/@font-face \{[^}]*https:[^}]*\}/g, '') : undefined,
};
