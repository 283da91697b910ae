import type { CmsConfig, CollectionFile, Field } from '@sveltia/cms';
import { type AdminSettings, type Site, schemaFiles } from '../site/index.ts';
import { fieldsOf, type Schema } from './fields.ts';
import type { FormatName } from './formats.ts';

/** What the editor in the browser is to know of a site: its repository, its files, and a form for each. */
export function adminConfig(site: Site, admin: AdminSettings): CmsConfig {
  const { settings, languages, sourceLanguage } = site;
  return {
    backend: backendOf(admin),
    // The third host has no drafts for review: there changes go to the branch.
    publish_mode: admin.backend === 'gitea' ? 'simple' : 'editorial_workflow',
    app_title: site.words.get(sourceLanguage)?.name,
    site_url: settings.address,
    media_folder: 'public/images',
    public_folder: '/images',
    media_libraries: { stock_assets: false },
    i18n: { structure: 'multiple_files', locales: [...languages], default_locale: sourceLanguage },
    editor: { preview: false },
    collections: Object.entries(filesOf(site)).map(([name, files]) => ({
      name,
      label: collections[name as keyof typeof collections],
      i18n: true,
      files,
    })),
  };
}

const collections = {
  briefs: 'Briefs',
  charts: 'Charts',
  datasets: 'Data sets',
  glossary: 'Glossary',
  site: 'Site',
} as const;

function backendOf({ backend: name, repository: repo, branch, api, signIn, application }: AdminSettings) {
  return {
    name,
    repo,
    branch,
    ...(api && { api_root: api }),
    ...(signIn && { base_url: signIn }),
    ...(application && { app_id: application }),
    ...(application && name === 'gitlab' && { auth_type: 'pkce' }),
  } as CmsConfig['backend'];
}

function filesOf(site: Site): Record<keyof typeof collections, CollectionFile[]> {
  const { briefs, charts, datasets, glossary, words, settings, sourceLanguage } = site;
  return {
    briefs: briefs.flatMap(({ slug, facts, source, translations }) => {
      const { title } = source.matter;
      const held = [...translations.values()].map(({ matter }) => matter);
      const form = wordsFile(`briefs/${slug}/{{locale}}.mdx`, title, 'brief-words', held);
      return [
        { ...form, fields: [...form.fields, bodyField], i18n: { default_locale: source.language } },
        factsFile(`briefs/${slug}/brief.yaml`, `${title}: facts`, 'brief', facts),
      ];
    }),
    charts: [...charts.values()].flatMap(({ id, words: held }) => {
      const title = held.get(sourceLanguage)?.title ?? id;
      return [
        wordsFile(`charts/${id}/{{locale}}.yaml`, title, 'chart-words', [...held.values()]),
        {
          ...named(`charts/${id}/chart.vl.json`, `${title}: Vega-Lite`),
          format: 'raw',
          fields: [{ ...bodyField, label: 'Specification', i18n: false }],
        },
      ];
    }),
    datasets: [...datasets.values()].flatMap(({ id, facts, words: held }) => {
      const title = held.get(sourceLanguage)?.title ?? id;
      return [
        wordsFile(`datasets/${id}/{{locale}}.yaml`, title, 'dataset-words', [...held.values()]),
        factsFile(`datasets/${id}/dataset.yaml`, `${title}: facts`, 'dataset', facts),
      ];
    }),
    glossary: [
      wordsFile('glossary/{{locale}}.yaml', 'Terms', 'glossary-words', [...glossary.words.values()]),
      factsFile('glossary/glossary.yaml', 'Links between terms', 'glossary', {
        terms: Object.fromEntries(glossary.terms),
      }),
    ],
    site: [
      wordsFile('site/{{locale}}.yaml', 'Name and words', 'site-words', [...words.values()]),
      wordsFile('messages/{{locale}}.yaml', 'Words of the interface', 'messages', []),
      factsFile('site/site.yaml', 'Settings', 'site', settings),
    ],
  };
}

/** The words of one thing, side by side in each language. */
function wordsFile(path: string, label: string, schema: string, values: readonly unknown[]): CollectionFile {
  const fields = fieldsOf(schemaOf(schema), { values, translated: true, required: true });
  const format: FormatName = path.endsWith('.mdx') ? 'words-frontmatter' : 'values';
  return { ...named(path, label), format, i18n: true, fields };
}

function factsFile(path: string, label: string, schema: string, facts: object): CollectionFile {
  const fields = fieldsOf(schemaOf(schema, facts), { values: [facts], translated: false, required: true });
  const format: FormatName = 'values';
  return { ...named(path, label), format, fields };
}

const named = (path: string, label: string) => ({
  // A name of the editor's own, for its addresses.
  name: path.replace(/\/?\{\{locale\}\}/, '').replace(/[/.]/g, '_'),
  label,
  file: `content/${path}`,
});

/** What is written by hand, as it stands: a form for it would lose what it does not know. */
const bodyField: Field = {
  name: 'body',
  label: 'Text',
  widget: 'text',
  required: true,
  use_emoji_autocomplete: false,
  i18n: true,
};

/** The JSON Schema of a kind of file; of one that has several kinds, the one that `facts` are of. */
function schemaOf(name: string, facts: object = {}): Schema {
  const schema = JSON.parse(schemaFiles().get(`${name}.json`) ?? '{}') as Schema & { oneOf?: Schema[] };
  const kind = 'kind' in facts ? facts.kind : undefined;
  return schema.oneOf?.find(({ properties }) => properties?.['kind']?.const === kind) ?? schema;
}
