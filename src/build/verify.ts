import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import type { Diagnostic, Position } from '../diagnostics/index.ts';
import type { SiteFiles } from '../site/index.ts';
import { filesUnder, placeOfText } from '../source/index.ts';
import type { Edition } from './edition.ts';

/** What a page says that must hold: where it links to, what can be linked to, which characters it shows. */
interface PageParts {
  links: string[];
  anchors: Set<string>;
  characters: Set<string>;
}

/**
 * Holds the finished pages against each other: every internal link and anchor
 * resolves, and every character has a font.
 */
export async function verifyPages(folder: string, edition: Edition, files: SiteFiles): Promise<Diagnostic[]> {
  const { base } = edition.addresses;
  const names = await filesUnder(folder);
  const pages = new Map<string, PageParts>();
  for (const name of names.filter((each) => each.endsWith('.html'))) {
    pages.set(name, readPage(await readFile(join(folder, name), 'utf8')));
  }
  const there = new Set(names);
  const diagnostics: Diagnostic[] = [];
  for (const [name, page] of pages) {
    const address = new URL(base + name.replace(/index\.html$/, ''), 'https://site.invalid');
    for (const link of new Set(page.links)) {
      const target = new URL(link, address);
      if (target.host !== address.host) continue;
      const broken = brokenLink(target, base, there, pages);
      if (broken)
        diagnostics.push({
          rule: 'link',
          severity: 'error',
          ...placeOf(link.startsWith(base) ? `/${link.slice(base.length)}` : link, name, files),
          message: broken,
          hint: 'Correct the link, or bring back what it leads to.',
        });
    }
    const missing = [...page.characters].filter((character) => !edition.fonts.covered.has(character));
    if (missing.length > 0) {
      const shown = missing.map(
        (character) =>
          `“${character}” (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
      );
      const place = placeOf(missing[0] ?? '', name, files);
      diagnostics.push({
        rule: 'font',
        severity: 'error',
        ...place,
        message: `No font of the site has ${shown.join(', ')}.`,
        hint: 'Write it otherwise, or leave it out.',
      });
    }
  }
  // What stands in one text can be on several pages.
  return [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()];
}

function readPage(html: string): PageParts {
  const parts: PageParts = { links: [], anchors: new Set(), characters: new Set() };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { id, href, src } = attributes;
      if (id) parts.anchors.add(id);
      const link = href ?? src;
      if (link !== undefined && name !== 'base') parts.links.push(link);
    },
    ontext(text) {
      for (const character of text) if (character > ' ' || character === ' ') parts.characters.add(character);
    },
  });
  parser.end(html);
  return parts;
}

/** Why a link leads nowhere; nothing when it leads somewhere. */
function brokenLink(
  target: URL,
  base: string,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageParts>,
): string | undefined {
  const path = decodeURIComponent(target.pathname);
  const anchor = decodeURIComponent(target.hash.slice(1));
  if (!path.startsWith(base)) return `The link ${path} leads out of the site's folder ${base}.`;
  const below = path.slice(base.length);
  const name = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (!files.has(name)) return `The link ${path} leads to a page or file that does not exist.`;
  if (anchor !== '' && pages.get(name)?.anchors.has(anchor) === false)
    return `The link ${path}#${anchor} leads to a place that the page does not have.`;
  return undefined;
}

/** Where an author wrote something that stands on a page: in the text of the brief, or another text of its language. */
function placeOf(what: string, page: string, { texts }: SiteFiles): Position & { file: string } {
  const [language, , slug] = page.split('/');
  const own = texts.get(`content/briefs/${slug}/${language}.mdx`);
  const others = [...texts.values()].filter(({ path }) => path.includes(`/${language}.`));
  const source = [...(own ? [own] : []), ...others].find(({ text }) => text.includes(what));
  if (!source) return { file: page, line: 1, column: 1 };
  return { file: source.path, ...placeOfText(source, what) };
}
