// The kinds of heartbeats, and which parameters of the model make each:
//
// - normal: the published waves.
// - premature ventricular: it starts in the ventricle, so a_P = 0 and a_Q = 0; R and S are 2.4 times as wide (b) with S as much
//   farther away (theta), R a quarter higher and S half as deep again (a b²); T is upside down (a_T < 0), half as large again and
//   20 degrees later; the beat before is cut short, this one is faster and a pause follows (w).
// - inverted T: a_T < 0.
// - ST elevation: a sixth wave between S and T, 0.7 rad after R and 0.3 rad wide, whose a is 0 in all other kinds.
// - missing P: a_P = 0.
import type { heartbeatKindNames } from '../../../../catalog/datasets/generated';
import { publishedWaves, type Wave, type WaveName } from './heart-model';

export type HeartbeatKind = (typeof heartbeatKindNames)[number];

export interface KindOfBeat {
  readonly waves: Readonly<Record<WaveName, Wave>>;
  /** The wave that lifts the stretch between S and T. */
  readonly lift: Wave;
  /** How long the beat before, this one and the next last, as multiples of a usual one. */
  readonly durations: readonly [before: number, own: number, after: number];
}

const { P, Q, R, S, T } = publishedWaves;
const regular = [1, 1, 1] as const;
const flat: Wave = { theta: 0.7, a: 0, b: 0.3 };

const wide = 2.4;

export const heartbeatKinds: Readonly<Record<HeartbeatKind, KindOfBeat>> = {
  normal: { waves: publishedWaves, lift: flat, durations: regular },
  'premature ventricular': {
    waves: {
      P: { ...P, a: 0 },
      Q: { ...Q, a: 0 },
      R: { ...R, a: (1.25 * R.a) / wide ** 2, b: wide * R.b },
      S: { theta: wide * S.theta, a: (1.5 * S.a) / wide ** 2, b: wide * S.b },
      T: { ...T, theta: T.theta + Math.PI / 9, a: -1.5 * T.a },
    },
    lift: flat,
    durations: [0.55, 0.8, 1.4],
  },
  'inverted T': { waves: { ...publishedWaves, T: { ...T, a: -0.9 * T.a } }, lift: flat, durations: regular },
  'ST elevation': { waves: publishedWaves, lift: { ...flat, a: 1 }, durations: regular },
  'missing P': { waves: { ...publishedWaves, P: { ...P, a: 0 } }, lift: flat, durations: regular },
};
