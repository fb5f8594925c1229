// What follows from the numbers that the engine measures.
import type { CodeStatistics, TermId, Terms } from './engine-api';

/** The same terms with another value each. */
export function mapTerms<A, B>(terms: Terms<A>, make: (value: A, id: TermId) => B): Terms<B> {
  const entries = Object.entries(terms) as [TermId, A][];
  return Object.fromEntries(entries.map(([id, value]) => [id, make(value, id)])) as unknown as Terms<B>;
}

/** Reconstruction + KL, both with weight 1, in nats (Kingma & Welling 2014, eq. 3); null for a deterministic code. */
export function negativeElbo({ reconstruction, kl }: Terms): number | null {
  return kl === undefined ? null : reconstruction + kl;
}

/** Units of the code that are active for an image, mean over the images measured. */
export function meanActive({ activeShare }: Pick<CodeStatistics, 'activeShare'>): number {
  return activeShare.reduce((sum, share) => sum + share, 0);
}
