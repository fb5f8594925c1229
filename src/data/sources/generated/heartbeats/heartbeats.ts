// Heartbeats as an electrocardiogram shows them, in millivolts: 128 points, 128 a second, R at the 49th. Kinds in
// `heartbeat-kinds.ts`; rate, waves, strength, baseline and noise vary from beat to beat.
import { generatedFacts, heartbeatKindNames } from '../../../../catalog/datasets/generated';
import { permutation, streams } from '../../../../core/random';
import { drawsOf, type Draws } from '../draws';
import type { Generator } from '../generator';
import { integrateBeat, waveNames, wavesAtRate, type Breath, type State, type Wave } from './heart-model';
import { heartbeatKinds, type HeartbeatKind, type KindOfBeat } from './heartbeat-kinds';

const facts = generatedFacts.heartbeats;
const length = facts.sampleShape[0];
/** Where in a sample R is. */
export const placeOfR = 48;
const { pointsPerSecond } = facts;
/** Steps of the integration between two points: 256 steps a second, as in ECGSYN. */
const stepsPerPoint = 2;

/** Beats, made in a few hundredths of a second. */
const pauseEvery = 200;

const seed = 2003;
/** The shares of the classes: three beats in five are normal. */
const shares: Readonly<Record<HeartbeatKind, number>> = {
  normal: 0.6,
  'premature ventricular': 0.1,
  'inverted T': 0.1,
  'ST elevation': 0.1,
  'missing P': 0.1,
};

/** What varies from beat to beat within a kind. */
export interface Variation {
  readonly beatsPerMinute: number;
  /** How much longer or shorter the beats before and after are. */
  readonly unevenness: readonly [before: number, after: number];
  /** The height of the whole signal. */
  readonly strength: number;
  /** Of each wave: factors of a and b, and what is added to theta, in radians. */
  readonly waves: readonly { readonly a: number; readonly b: number; readonly theta: number }[];
  readonly breath: Breath;
}

/** How much the phases of P, Q, R, S, T and the ST wave vary (standard deviations in radians). */
const phaseSpread = [0.04, 0.01, 0, 0.01, 0.06, 0.03];

export const noVariation: Variation = {
  beatsPerMinute: 60,
  unevenness: [1, 1],
  strength: 1,
  waves: phaseSpread.map(() => ({ a: 1, b: 1, theta: 0 })),
  breath: { amplitude: 0, frequencyHz: 0.25, phase: 0 },
};

export function drawVariation({ between, normal }: Draws): Variation {
  const spread = (deviation: number) => 1 + deviation * Math.max(-2.5, Math.min(2.5, normal()));
  return {
    beatsPerMinute: 70 * spread(0.12),
    unevenness: [spread(0.04), spread(0.04)],
    strength: spread(0.12),
    waves: phaseSpread.map((deviation) => ({
      a: spread(0.12),
      b: spread(0.05),
      theta: (spread(1) - 1) * deviation,
    })),
    breath: {
      amplitude: between(0, 0.25) / millivolts().gain,
      frequencyHz: between(0.2, 0.33),
      phase: between(0, 2 * Math.PI),
    },
  };
}

/**
 * One beat without noise, in millivolts, `[128]`.
 * @param finer how many times smaller the steps of the integration are
 */
export function simulateBeat(kind: KindOfBeat, variation: Variation, finer = 1): Float64Array {
  const { gain, rest } = millivolts();
  const beats = threeBeats(kind, variation);
  const points = new Float64Array(length);
  const rAt = (beats[0]?.steps ?? 0) + (beats[1]?.steps ?? 0) / 2;
  const first = rAt - placeOfR * stepsPerPoint;
  const state: State = { x: -1, y: 0, z: rest };
  let step = 0;
  function write(z: number): void {
    step++;
    const place = (step / finer - first) / stepsPerPoint;
    if (Number.isInteger(place) && place >= 0) points[place] = variation.strength * gain * (z - rest);
  }
  const stepS = 1 / (pointsPerSecond * stepsPerPoint * finer);
  const { breath } = variation;
  for (const { waves, steps } of beats) {
    const most = (first + length * stepsPerPoint) * finer - step;
    const integration = { stepS, startS: step * stepS, breath, most };
    integrateBeat(state, { waves, steps: steps * finer }, integration, write);
  }
  return points;
}

interface PlannedBeat {
  readonly waves: readonly Wave[];
  readonly steps: number;
}

/** The beat before, a usual one unless it is cut short, the beat itself, and a usual one after it. */
function threeBeats(kind: KindOfBeat, { beatsPerMinute, unevenness, waves }: Variation): PlannedBeat[] {
  const [before, own, after] = kind.durations;
  const usual = heartbeatKinds.normal;
  return [
    planBeat(usual, before * unevenness[0], beatsPerMinute, waves),
    planBeat(kind, own, beatsPerMinute, waves),
    planBeat(usual, after * unevenness[1], beatsPerMinute, waves),
  ];
}

function planBeat(
  { waves, lift }: KindOfBeat,
  duration: number,
  beatsPerMinute: number,
  variation: Variation['waves'],
): PlannedBeat {
  // An even number, so that R falls on a step.
  const steps = 2 * Math.round((duration * 60 * pointsPerSecond * stepsPerPoint) / beatsPerMinute / 2);
  const rate = beatsPerMinute / duration;
  const scaled = [...wavesAtRate(waves, rate), ...liftAtRate(lift, rate)].map((wave, index) => {
    const by = variation[index] ?? { a: 1, b: 1, theta: 0 };
    return { theta: wave.theta + by.theta, a: wave.a * by.a, b: wave.b * by.b };
  });
  return { steps, waves: scaled.filter(({ a }) => a !== 0) };
}

function liftAtRate(lift: Wave, rate: number): Wave[] {
  const h = Math.sqrt(rate / 60);
  return [{ theta: lift.theta * Math.sqrt(h), a: lift.a, b: lift.b * h }];
}

let measured: { readonly gain: number; readonly rest: number } | null = null;

/** Millivolts for each unit of z, and z between two beats: from lowest to highest the published beat is 1.6 mV, as in ECGSYN. */
function millivolts(): { readonly gain: number; readonly rest: number } {
  if (measured) return measured;
  const state: State = { x: -1, y: 0, z: 0 };
  const steps = pointsPerSecond * stepsPerPoint;
  const beat = { waves: waveNames.map((name) => heartbeatKinds.normal.waves[name]), steps };
  let [least, greatest] = [Infinity, -Infinity];
  // After ten seconds nothing is left of the start.
  for (let second = 0; second < 10; second++) {
    [least, greatest] = [Infinity, -Infinity];
    const at = { stepS: 1 / steps, startS: second, breath: noVariation.breath };
    integrateBeat(state, beat, at, (z) => {
      least = Math.min(least, z);
      greatest = Math.max(greatest, z);
    });
  }
  measured = { gain: 1.6 / (greatest - least), rest: state.z };
  return measured;
}

export const heartbeats: Generator = {
  async make(count, breathe) {
    const values = new Float32Array(count * length);
    const labels = labelsFor(count);
    for (let sample = 0; sample < count; sample++) {
      const draws = drawsOf(seed, sample);
      const kind = heartbeatKinds[heartbeatKindNames[labels[sample] ?? 0] ?? 'normal'];
      const beat = simulateBeat(kind, drawVariation(draws));
      const noise = draws.between(0.005, 0.03);
      for (let place = 0; place < length; place++) {
        values[sample * length + place] = (beat[place] ?? 0) + noise * draws.normal();
      }
      if (sample % pauseEvery === 0) await breathe();
    }
    return { values, labels };
  },
};

/** Every class as often as its share says, in a seeded order. */
function labelsFor(count: number): Uint16Array<ArrayBuffer> {
  const bounds: number[] = [];
  for (const name of heartbeatKindNames) bounds.push((bounds.at(-1) ?? 0) + shares[name] * count);
  const order = permutation(count, seed, streams.generated, 0);
  return Uint16Array.from(order, (place) => bounds.findIndex((bound) => place < Math.round(bound)));
}
