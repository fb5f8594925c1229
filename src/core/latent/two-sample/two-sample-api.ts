// How like the real samples generated ones are: means and deviations at each place, and whether a sample's nearest neighbour tells
// which of the two it is (Lopez-Paz & Oquab, "Revisiting classifier two-sample tests", ICLR 2017, section 3).
import type { TrainedOn } from '../../experiment/trained-on';
import type { Moments } from './moments';

export interface TwoSampleQuestion {
  readonly of: TrainedOn;
  /** `[n, D]`, in the scale of the data. */
  readonly generated: Float32Array;
  /** Components of the PCA that a Gaussian is fitted in, for comparison. */
  readonly codeSize: number;
  /** Adds to the Gaussian's samples what those components leave over, as the network's samples had it added. */
  readonly withResidual: boolean;
  readonly seed: number;
}

export interface TwoSampleAnswer {
  /** Test samples of the classes that are trained on. */
  readonly realCount: number;
  readonly real: Moments;
  readonly generated: Moments;
  readonly gaussian: Moments;
  /** Samples of either side in the test of nearest neighbours. */
  readonly pairs: number;
  /** Share of samples whose nearest other sample is of their own side: 0.5 where the sides cannot be told apart. */
  readonly accuracy: { readonly generated: number; readonly gaussian: number };
}

export interface TwoSampleApi {
  /** Rejects when the data fails to load. */
  twoSample(question: TwoSampleQuestion): Promise<TwoSampleAnswer>;
  /** As many samples that are trained on, spread evenly over them, `[n, D]`. */
  trainingSamples(of: TrainedOn, count: number): Promise<Float32Array>;
}
