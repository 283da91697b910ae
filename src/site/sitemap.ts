import type { Addresses } from './addresses.ts';
import type { Site } from './load.ts';
import { pagesOf } from './pages.ts';

/**
 * The sitemap of a site: every page in the languages that it is really written
 * in, each with its alternates. @see https://www.sitemaps.org/protocol.html
 */
export function sitemap(site: Site, addresses: Addresses): string {
  const absolute = (path: string) => escapeXml(new URL(path, site.settings.address).href);
  const urls = pagesOf(site)
    .filter(({ present }) => present === undefined)
    .flatMap(({ path, translated, modified }) => {
      const lastmod = modified === undefined ? '' : `<lastmod>${modified}</lastmod>`;
      const alternates = translated.map(
        (language) =>
          `<xhtml:link rel="alternate" hreflang="${language}" href="${absolute(addresses.home(language) + path)}"/>`,
      );
      return translated.map(
        (language) =>
          `<url><loc>${absolute(addresses.home(language) + path)}</loc>${lastmod}${alternates.join('')}</url>`,
      );
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>${absolute(addresses.base)}</loc></url>
${urls.join('\n')}
</urlset>
`;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
