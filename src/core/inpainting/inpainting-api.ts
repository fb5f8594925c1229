// What fills a hole in, and how well: the answers of the network and of its rivals, for one sample and over a test set.
import type { TrainedOn } from '../experiment/trained-on';
import type { Stamp } from '../run/stamp';
import type { Mask } from './mask';

/** The ways to damage a sample. */
export const damageKinds = ['brush', 'rectangle', 'right-half', 'random-pixels', 'text'] as const;
export type DamageKind = (typeof damageKinds)[number];

/** A sample with its hole filled in. `[sampleSize]` each. */
export interface Filling {
  /** The known pixels as they are, the missing ones from `raw`. */
  readonly filled: Float32Array;
  /** The whole answer. */
  readonly raw: Float32Array;
  /** Mean squared error inside the hole; null where nothing is missing. */
  readonly holeMse: number | null;
}

/** The methods that a network is measured against, none of which has a bottleneck or is trained on holes. */
export const rivalIds = ['mean', 'linear', 'ppca', 'neighbours'] as const;
/**
 * - `mean`: the mean image of what is trained on
 * - `linear`: the conditional mean of a Gaussian given the known pixels, with a small ridge: the best linear answer
 * - `ppca`: the same of a Gaussian with 128 directions and equal noise in the others (Tipping & Bishop 1999)
 * - `neighbours`: the mean of the 10 nearest training samples by their known pixels
 */
export type RivalId = (typeof rivalIds)[number];

/** One question to the analysis: a sample `[sampleSize]`, pixels in [0, 1], and what is missing from it. */
export interface HoleQuestion {
  readonly trainedOn: TrainedOn;
  readonly sample: Float32Array;
  readonly mask: Mask;
}

/** A rival answers for the hole alone. */
export type RivalFilling = Pick<Filling, 'filled' | 'holeMse'>;

/** Null where a method does not work on this data: the best linear answer needs the covariance, which long samples have none of. */
export type RivalFillings = Readonly<Record<RivalId, RivalFilling | null>>;

/** The holes of a measurement: a square of 3/7 of the side (12 of 28) at random, the right half, or one mask for all samples. */
export type TestHoles =
  | { readonly kind: 'block' }
  | { readonly kind: 'right-half' }
  | { readonly kind: 'mask'; readonly mask: Mask };

/** Mean squared errors inside the holes of the same test samples with the same holes; null as in `RivalFillings`. */
export interface RivalErrors {
  readonly holes: TestHoles;
  /** Test samples measured. */
  readonly count: number;
  readonly mse: Readonly<Record<RivalId, number | null>>;
}

/** What a network makes of the same, with the weights of `step`. */
export interface NetworkHoleError extends Stamp {
  readonly holes: TestHoles;
  readonly count: number;
  readonly mse: number;
}
