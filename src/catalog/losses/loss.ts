// The contract of a reconstruction loss: how far a reconstruction is from the clean image. The engine has the
// differentiable form; this is what a person reads, and the reference it is tested against.

export interface Loss {
  label: string;
  summary: string;
  /** In TeX. */
  formula: string;
  /**
   * The loss of a batch, in double precision.
   * @param target pixels of the clean images, in [0, 1]
   * @param logits the decoder's output before the sigmoid, as many
   * @returns the mean over all pixels of all images
   */
  reference(target: ArrayLike<number>, logits: ArrayLike<number>): number;
}

/** The logistic function: the decoder's last step, from a logit to a pixel in (0, 1). */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** Mean of `term(target, logit)` over all entries. */
export function meanOver(
  target: ArrayLike<number>,
  logits: ArrayLike<number>,
  term: (target: number, logit: number) => number,
): number {
  let sum = 0;
  for (let i = 0; i < target.length; i++) sum += term(target[i] ?? 0, logits[i] ?? 0);
  return sum / target.length;
}
