import type { Brief } from '../../briefs/index.ts';
import type { Language } from '../../i18n/index.ts';
import { translationState } from '../../translations/index.ts';
import type { Command } from '../arguments.ts';
import { counted, inColumns } from '../data/columns.ts';
import { readSite } from './find-translation.ts';

export const table: Command = {
  name: 'table',
  does: 'Shows each brief in each language: missing, draft or reviewed, and how far behind its source.',
  options: { json: { does: 'as one JSON array' } },
  async run({ site: folder, flag }) {
    const { site } = await readSite(folder);
    const rows = site.briefs.map((brief) => ({
      brief,
      states: site.languages.map((language) => stateOf(brief, language)),
    }));
    if (flag('json'))
      console.log(
        JSON.stringify(
          rows.flatMap(({ states }) => states.filter(({ state }) => state !== 'source')),
          null,
          2,
        ),
      );
    else if (rows.length === 0) console.log('There are no briefs yet. npm run new -- brief SLUG starts one.');
    else
      console.log(
        inColumns([
          ['brief', ...site.languages],
          ...rows.map(({ brief, states }) => [brief.slug, ...states.map(inWords)]),
        ]),
      );
    return 0;
  },
};

interface Shown {
  slug: string;
  language: Language;
  state: 'source' | 'missing' | 'draft' | 'reviewed';
  /** Whether it is known from which state of the source it was made. */
  recorded: boolean;
  /** The day on which all of it was last up to date. */
  date: string | null;
  /** How many passages it is behind, and the ids of those that the source has. */
  behind: number;
  stale: readonly string[];
  reviewer: string | null;
  reviewed: string | null;
}

function stateOf(brief: Brief, language: Language): Shown {
  const { translation, stale, behind } = translationState(brief, language);
  const isSource = language === brief.source.language;
  const { record, matter } = translation ?? {};
  return {
    slug: brief.slug,
    language,
    state: isSource ? 'source' : (matter?.state ?? 'missing'),
    recorded: record !== undefined,
    date: record?.date ?? null,
    behind: translation ? behind : 0,
    stale: translation ? stale.map(({ source }) => source.id) : [],
    reviewer: matter?.reviewer ?? null,
    reviewed: matter?.reviewed ?? null,
  };
}

function inWords({ state, recorded, behind, reviewer, reviewed }: Shown): string {
  if (state === 'source' || state === 'missing') return state;
  const read = state === 'reviewed' ? `reviewed by ${reviewer}, ${reviewed}` : state;
  if (!recorded) return `${read}, of an unknown state`;
  return behind === 0 ? read : `${read}, stale in ${counted(behind, 'passage')}`;
}
