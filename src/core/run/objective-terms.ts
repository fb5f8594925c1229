// The parts of an objective, and what follows from the numbers that the engine measures.

/**
 * The terms of an objective before weighting; an absent term is off. `reconstruction` is a mean over pixels, or with a
 * Gaussian code a sum over pixels (nats); `sparsity` is the penalty; `kl` is the KL divergence from N(0, 1) summed over
 * the code, in nats.
 */
export interface Terms<T = number> {
  reconstruction: T;
  sparsity?: T;
  kl?: T;
}
export type TermId = keyof Terms;

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
export function meanActive({ activeShare }: { activeShare: Float32Array }): number {
  return activeShare.reduce((sum, share) => sum + share, 0);
}

/** KL divergence in nats below which a Gaussian unit counts as collapsed: it carries no information about the image. */
export const collapsedBelow = 0.01;

/** How many units of a Gaussian code have collapsed. @param kl of each unit, mean over the images measured, `[codeSize]`, nats */
export function collapsedUnits(kl: Float32Array): number {
  return kl.reduce((count, value) => count + (value < collapsedBelow ? 1 : 0), 0);
}
