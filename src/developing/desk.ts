import { join } from 'node:path';
import type { Brief } from '../briefs/index.ts';
import type { Checked } from '../check/index.ts';
import { excerpt, hasErrors, inReadingOrder, type Severity, summary } from '../diagnostics/index.ts';
import { type Language, languageName } from '../i18n/index.ts';
import { makeAddresses, type Site } from '../site/index.ts';
import { translationState } from '../translations/index.ts';
import { deskAddress, editorAddress } from './addresses.ts';
import { Html, html } from './html.ts';
import { style } from './style.ts';

/** What lies on the editor's desk: a site as it was last checked, and the one that is shown. */
export interface Desk {
  checked: Checked;
  /** The last site without errors; nothing where there has been none yet. */
  site: Site | undefined;
  /** The fonts of that site, as style: a system may have none for its scripts. */
  fonts?: string | undefined;
}

const addresses = makeAddresses('/');

/** The start page of the development server: problems, and all briefs by language and state. `script` is the address of its script. */
export function deskPage({ checked, site, fonts = '' }: Desk, script: string): string {
  const { files, diagnostics } = checked;
  const wrong = hasErrors(diagnostics);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${summary(diagnostics)} – Sala</title>
<style>${new Html(fonts)}${style}</style>
<script type="module" src="${script}"></script>
</head>
<body data-desk>
<main>
<h1>${site?.words.get(site.sourceLanguage)?.name ?? 'This site'} on the desk</h1>
<p>${files.folder}</p>
${wrong && site ? [html`<p>The pages show the site as it was before its errors.</p>`] : []}
${wrong && !site ? [html`<p>The pages can be shown once these errors are mended.</p>`] : []}
${problems('error', 'Errors', checked)}
${site ? [briefTable(site)] : []}
${problems('warning', 'Warnings', checked)}
${problems('info', 'Notes', checked)}
</main>
</body>
</html>
`.text;
}

/** What stands over a page of the site: the way to its text and to the desk, and all errors in a dialogue. */
export function deskPanel({ checked, site }: Desk, page: string): string {
  const { diagnostics, files } = checked;
  const file = site && fileOf(site, page);
  const dialog = hasErrors(diagnostics)
    ? [
        html`<dialog aria-labelledby="errors">
<form method="dialog"><button>Close</button></form>
${problems('error', 'Errors', checked)}
<p>The page shows the site as it was before.</p>
</dialog>`,
      ]
    : [];
  const edit = file === undefined ? [] : [html`<li>${editorLink(files.folder, file, 'Edit this text')}</li>`];
  return html`<style>${style}</style>
<nav class="panel" aria-label="Editing" lang="en" dir="ltr">
<ul>${edit}<li><a href="${deskAddress}">Desk: ${summary(diagnostics)}</a></li></ul>
${dialog}
</nav>`.text;
}

/** The file of the text that stands at an address; nothing where it is no brief's. */
function fileOf({ briefs, languages }: Site, page: string): string | undefined {
  for (const brief of briefs)
    for (const language of languages)
      if (addresses.brief(language, brief.slug) === page) return textOf(brief, language).file;
  return undefined;
}

const textOf = ({ translations, source }: Brief, language: Language) => translations.get(language) ?? source;

function problems(severity: Severity, title: string, { diagnostics, files }: Checked): Html {
  const own = inReadingOrder(diagnostics).filter((each) => each.severity === severity);
  if (own.length === 0) return html``;
  const items = own.map(({ file, line, column, rule, message, hint }) => {
    const lines = excerpt(files.texts.get(file)?.text, line, column);
    return html`<li>
<p>${editorLink(files.folder, `${file}:${line}:${column}`)} <span class="rule">${rule}</span></p>
<p><strong>${message}</strong></p>
${hint === '' ? [] : [html`<p>${hint}</p>`]}
${lines.length === 0 ? [] : [html`<pre tabindex="0">${lines.join('\n')}</pre>`]}
</li>`;
  });
  return html`<section class="${severity}" aria-labelledby="${severity}s">
<h2 id="${severity}s">${title} (${own.length})</h2>
<ul>${items}</ul>
</section>`;
}

function briefTable({ folder, briefs, languages }: Site): Html {
  const heads = languages.map((language) => html`<th scope="col">${languageName(language, 'en')}</th>`);
  const rows = briefs.map((brief) => {
    const cells = languages.map((language) => {
      const own = brief.translations.get(language);
      const state = own?.matter.state ?? 'missing';
      const behind = own ? translationState(brief, language).behind : 0;
      return html`<td class="${state}"><a href="${addresses.brief(language, brief.slug)}">${state}</a>${behind > 0 ? `, ${behind} stale` : ''}${own ? [html` ${editorLink(folder, own.file, 'edit')}`] : []}</td>`;
    });
    return html`<tr><th scope="row"><span lang="${brief.source.language}">${brief.source.matter.title}</span> ${editorLink(folder, `content/briefs/${brief.slug}/brief.yaml`, 'edit facts')}</th>${cells}</tr>`;
  });
  return html`<section aria-labelledby="briefs">
<h2 id="briefs">Briefs (${briefs.length})</h2>
<div class="wide" tabindex="0">
<table><thead><tr><th scope="col">Brief</th>${heads}</tr></thead><tbody>${rows}</tbody></table>
</div>
<p>The site: ${languages.map((language) => html`<a href="${addresses.home(language)}" lang="${language}">${languageName(language)}</a> `)}</p>
</section>`;
}

/** A link that opens a file, at a place of it, in the editor of whoever runs the server. */
const editorLink = (folder: string, place: string, text = place): Html =>
  html`<a href="${editorAddress}?file=${encodeURIComponent(join(folder, place))}" title="Open ${place} in the editor">${text}</a>`;
