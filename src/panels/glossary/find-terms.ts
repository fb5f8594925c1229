// The terms that a search finds, the best first: by the term itself, by its other names, by what is said of it.
import type { GlossaryEntry } from '../../catalog/glossary/entry';

type Searched = Pick<GlossaryEntry, 'term' | 'sentence' | 'alsoCalled'>;

/** @param search words that all have to occur; case and accents do not matter. Empty: every term, in the order given. */
export function findTerms<T extends Searched>(entries: readonly T[], search: string): T[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ entry }) => entry);
}

function rankOf({ term, alsoCalled = '', sentence }: Searched, words: readonly string[]): number | null {
  const [name, others] = [plain(term), plain(alsoCalled)];
  const isIn = (text: string) => words.every((word) => text.includes(word));
  if (name.startsWith(words.join(' '))) return 0;
  if (isIn(name)) return 1;
  if (isIn(`${name} ${others}`)) return 2;
  return isIn(`${name} ${others} ${plain(sentence)}`) ? 3 : null;
}

/** Lower case, without accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
