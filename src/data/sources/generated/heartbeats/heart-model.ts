// The dynamical model of the electrocardiogram of McSharry, Clifford, Tarassenko and Smith, "A dynamical model for generating
// synthetic electrocardiogram signals", IEEE Transactions on Biomedical Engineering 50(3), 2003, equations 1 to 4: a point that
// circles the origin once a beat and is pushed up and down, in z, as it passes the phases of the waves.
//
//   x' = (1 - sqrt(x² + y²)) x - w y      y' = (1 - sqrt(x² + y²)) y + w x      w = 2 pi / (duration of the beat)
//   z' = -sum_i a_i d_i exp(-d_i² / (2 b_i²)) - (z - z0)                        d_i = (atan2(y, x) - theta_i) mod 2 pi

/** One of the waves: a bump in z of about a b² / w in height, at the phase theta. */
export interface Wave {
  /** Phase, in radians; R is at 0. */
  readonly theta: number;
  readonly a: number;
  /** Width, in radians. */
  readonly b: number;
}

export type WaveName = 'P' | 'Q' | 'R' | 'S' | 'T';
export const waveNames: readonly WaveName[] = ['P', 'Q', 'R', 'S', 'T'];

/** Table I of the paper: the waves at 60 beats a minute. */
export const publishedWaves: Readonly<Record<WaveName, Wave>> = {
  P: { theta: -Math.PI / 3, a: 1.2, b: 0.25 },
  Q: { theta: -Math.PI / 12, a: -5, b: 0.1 },
  R: { theta: 0, a: 30, b: 0.1 },
  S: { theta: Math.PI / 12, a: -7.5, b: 0.1 },
  T: { theta: Math.PI / 2, a: 0.75, b: 0.4 },
};

export interface Beat {
  readonly waves: readonly Wave[];
  /** From one passage of the phase -pi to the next, in steps of the integration. */
  readonly steps: number;
}

/** The drift of the baseline with the breath: z0(t) = amplitude sin(2 pi frequency t + phase). */
export interface Breath {
  readonly amplitude: number;
  readonly frequencyHz: number;
  readonly phase: number;
}

/** Where the point is. */
export interface State {
  x: number;
  y: number;
  z: number;
}

export interface Integration {
  readonly stepS: number;
  /** Time at the beginning of the beat. */
  readonly startS: number;
  readonly breath: Breath;
  /** Ends after so many steps, within the beat. */
  readonly most?: number;
}

/** Beyond so many widths a wave pushes by less than a hundred-millionth of its a. */
const reach = 6;

/**
 * Goes through one beat by the classical Runge-Kutta method of fourth order, in steps that end where the beat does.
 * @param state at the beginning of the beat, at phase -pi; at its end afterwards
 * @param onStep gets z after each step
 */
export function integrateBeat(
  state: State,
  { waves, steps }: Beat,
  { stepS, startS, breath, most = steps }: Integration,
  onStep: (z: number) => void,
): void {
  const w = (2 * Math.PI) / (steps * stepS);
  const half = stepS / 2;
  const baseline = (timeS: number) =>
    breath.amplitude * Math.sin(2 * Math.PI * breath.frequencyHz * timeS + breath.phase);
  let { x, y, z } = state;
  let z0 = baseline(startS);
  const last = Math.min(steps, most);
  // k1 to k4 of the method: the slope at the beginning, twice in the middle, and at the end.
  for (let step = 0; step < last; step++) {
    const timeS = startS + step * stepS;
    const z0Middle = baseline(timeS + half);
    const z0End = baseline(timeS + stepS);
    const pull1 = pullTo(x, y);
    const dx1 = pull1 * x - w * y;
    const dy1 = pull1 * y + w * x;
    const dz1 = push(waves, x, y) - (z - z0);
    const x2 = x + half * dx1;
    const y2 = y + half * dy1;
    const pull2 = pullTo(x2, y2);
    const dx2 = pull2 * x2 - w * y2;
    const dy2 = pull2 * y2 + w * x2;
    const dz2 = push(waves, x2, y2) - (z + half * dz1 - z0Middle);
    const x3 = x + half * dx2;
    const y3 = y + half * dy2;
    const pull3 = pullTo(x3, y3);
    const dx3 = pull3 * x3 - w * y3;
    const dy3 = pull3 * y3 + w * x3;
    const dz3 = push(waves, x3, y3) - (z + half * dz2 - z0Middle);
    const x4 = x + stepS * dx3;
    const y4 = y + stepS * dy3;
    const pull4 = pullTo(x4, y4);
    const dx4 = pull4 * x4 - w * y4;
    const dy4 = pull4 * y4 + w * x4;
    const dz4 = push(waves, x4, y4) - (z + stepS * dz3 - z0End);
    x += (stepS / 6) * (dx1 + 2 * dx2 + 2 * dx3 + dx4);
    y += (stepS / 6) * (dy1 + 2 * dy2 + 2 * dy3 + dy4);
    z += (stepS / 6) * (dz1 + 2 * dz2 + 2 * dz3 + dz4);
    z0 = z0End;
    onStep(z);
  }
  state.x = x;
  state.y = y;
  state.z = z;
}

/** Towards the circle of radius 1. */
function pullTo(x: number, y: number): number {
  return 1 - Math.sqrt(x * x + y * y);
}

/** What the waves add to z'. */
function push(waves: readonly Wave[], x: number, y: number): number {
  const phase = Math.atan2(y, x);
  let sum = 0;
  for (const { theta, a, b } of waves) {
    let d = phase - theta;
    if (d > Math.PI) d -= 2 * Math.PI;
    else if (d <= -Math.PI) d += 2 * Math.PI;
    if (d < reach * b && d > -reach * b) sum -= a * d * Math.exp((-d * d) / (2 * b * b));
  }
  return sum;
}

/**
 * The waves at another heart rate, as in the authors' program ECGSYN: with h = sqrt(rate / 60), the widths grow by h, Q and S move
 * away from R by h, P and T by its root. Heights stay the same.
 */
export function wavesAtRate(waves: Readonly<Record<WaveName, Wave>>, beatsPerMinute: number): Wave[] {
  const h = Math.sqrt(beatsPerMinute / 60);
  const moves: Readonly<Record<WaveName, number>> = { P: Math.sqrt(h), Q: h, R: 1, S: h, T: Math.sqrt(h) };
  return waveNames.map((name) => {
    const { theta, a, b } = waves[name];
    return { theta: theta * moves[name], a, b: b * h };
  });
}
