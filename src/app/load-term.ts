// The sentence of a term, for explanations: the glossary comes with the first that is asked for.
import type { LoadTerm } from '../ui/explanation/term-source';

export const loadTerm: LoadTerm = async (id) => {
  const { glossary } = await import('../catalog/glossary/registry');
  return glossary[id];
};
