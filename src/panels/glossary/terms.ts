// The glossary's terms in the order of the alphabet, in the language of the page.
import type { GlossaryEntry } from '../../catalog/glossary/entry';
import { glossary } from '../../catalog/glossary/registry';
import type { ReferenceId } from '../../catalog/references/registry';
import type { TermId } from '../../core/glossary/term-id';

export interface Term extends GlossaryEntry {
  readonly id: TermId;
}

const ids = Object.keys(glossary) as TermId[];

/** In the order of the alphabet of the page's language. */
export const terms: readonly Term[] = ids
  .map((id): Term => ({ id, ...glossary[id] }))
  .sort((a, b) => a.term.localeCompare(b.term, document.documentElement.lang));

/** The term of this id; null where there is none. */
export function termOf(id: string | null): Term | null {
  return terms.find((term) => term.id === id) ?? null;
}

/** The terms that a work is a source of. */
export function termsFrom(reference: ReferenceId): Term[] {
  return terms.filter(({ sources }) => sources?.includes(reference));
}
