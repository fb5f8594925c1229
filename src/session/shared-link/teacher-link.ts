// A teacher's link as part of an address: `teach=1&teachHide=section.noise,seed&teachLock=codeSize&teachText=…`. What comes with a link
// is parsed here and limited in size; parts that this version does not know are named and left out.
import { t } from '@lingui/core/macro';
import { z } from '../../core/browser/zod';
import { defaultExperiment, type Setting } from '../../core/experiment/experiment';
import { panels, sections, type Part, type TeacherLink } from './parts';
import { sharedLinkStore } from './shared-link';

const version = '1';
/** Characters; with more a link is too long for a QR code that can be read. */
export const longestText = 600;
/** Ids in a list: more than there are. */
const longestList = 100;

export const allParts: readonly Part[] = [
  ...sections.map((id) => `section.${id}` as const),
  ...(Object.keys(defaultExperiment) as Setting[]),
  ...panels.map((id) => `panel.${id}` as const),
  'family',
  'reset',
  'workspaces',
];

const partSchema = z.enum(allParts as readonly [Part, ...Part[]]);

/** Its part of the query, to stand after that of an experiment: `&teach=1&…`. */
export function teacherSearch({ hidden, locked, text }: TeacherLink): string {
  const search = new URLSearchParams({ teach: version });
  if (hidden.length > 0) search.set('teachHide', hidden.join(','));
  if (locked.length > 0) search.set('teachLock', locked.join(','));
  if (text !== '') search.set('teachText', text);
  return `&${search.toString().replaceAll('%2C', ',')}`;
}

interface ReadLink {
  /** Null: the address has none. */
  link: TeacherLink | null;
  /** One sentence for each thing that was left out. */
  problems: string[];
}

/** Reads the query of an address; never throws. */
export function readTeacherLink(search: string): ReadLink {
  const parameters = new URLSearchParams(search);
  const given = parameters.get('teach');
  if (given === null) return { link: null, problems: [] };
  const problems: string[] = [];
  if (given !== version) {
    problems.push(
      t`The teacher’s part of the link has version ${{ given: quote(given) }}; this page reads version ${version}.`,
    );
  }
  const readParts = (name: string): Part[] => {
    const ids = (parameters.get(name) ?? '').split(',').filter(Boolean);
    if (ids.length > longestList)
      problems.push(t`${name} names more than ${longestList} parts; the others are left out.`);
    return ids.slice(0, longestList).flatMap((id) => {
      const part = partSchema.safeParse(id);
      if (!part.success)
        problems.push(t`${{ id: quote(id) }} is not a part of the page that a link can change.`);
      return part.success ? [part.data] : [];
    });
  };
  const hidden = [...new Set(readParts('teachHide'))];
  const locked = [...new Set(readParts('teachLock'))].filter((part) => !hidden.includes(part));
  const text = parameters.get('teachText')?.trim() ?? '';
  if (text.length > longestText) problems.push(t`The link’s text is cut after ${longestText} characters.`);
  return { link: { hidden, locked, text: text.slice(0, longestText) }, problems };
}

/** Lets the page follow the link in its address, and says what of it was left out. */
export function takeTeacherLink(search: string): string[] {
  const { link, problems } = readTeacherLink(search);
  if (link !== null) {
    sharedLinkStore.setState({ shared: { link, search: teacherSearch(link), isUnlocked: false } });
  }
  return problems;
}

function quote(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
