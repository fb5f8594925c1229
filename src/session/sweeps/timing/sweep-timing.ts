// What is measured of a sweep while it trains.
import type { SampleShape } from '../../../core/samples/samples';
import { noPace, type Pace } from '../../runs/timing/pace';

/** A value that was trained here, measured and built included. */
export interface TimedValue {
  readonly value: number;
  readonly secondsPerStep: number;
}

export interface SweepTiming {
  /** Null before the first network is built. */
  readonly sampleShape: SampleShape | null;
  readonly finished: readonly TimedValue[];
  /** Of the value under way: how long it took to its first report of steps; null before that. */
  readonly buildSeconds: number | null;
  /** Of the value under way, in steps. */
  readonly pace: Pace;
}

export const noTiming: SweepTiming = { sampleShape: null, finished: [], buildSeconds: null, pace: noPace };
