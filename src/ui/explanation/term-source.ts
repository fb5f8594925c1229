// Where the sentence of a term comes from. The glossary is not known here: whoever opens the page says how it is loaded.
import type { TermId } from '../../core/glossary/term-id';

export interface TermText {
  readonly term: string;
  readonly sentence: string;
  readonly formula?: string | undefined;
}

export type LoadTerm = (id: TermId) => Promise<TermText>;
