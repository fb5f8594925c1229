// The literature that the glossary and the lessons cite: authors, year, title, where it appeared, and a link. Nothing is fetched from
// a link: it is for the reader. Titles stay in the language that they were published in.
import { applicationReferences } from './applications';
import { learningReferences } from './learning';
import { representationReferences } from './representation';
import type { Reference } from './reference';

export const references = {
  ...representationReferences,
  ...learningReferences,
  ...applicationReferences,
} satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof references;
