// The same experiment with other seeds: a sweep over the seed, measured on the way, so that its curves can be averaged.
import { ranges } from '../experiment/experiment';
import type { SweepPlan } from './sweep';

/** How many seeds an experiment is repeated with. */
export const seedCounts = { min: 3, max: 10, standard: 5 } as const;

/** The seed of the experiment and those that follow it; after the largest comes the smallest. */
export function seedsFrom(seed: number, count: number): number[] {
  const { min, max } = ranges.seed;
  return Array.from({ length: count }, (_, i) => min + ((seed - min + i) % (max - min + 1)));
}

const measurements = 10;

/**
 * The steps at which every value of a sweep is measured on the whole test set, ascending; the last is its end. Those of seeds are
 * the same for all: ten at equal distances.
 */
export function measuredSteps({ setting, steps }: Pick<SweepPlan, 'setting' | 'steps'>): number[] {
  if (setting !== 'seed') return [steps];
  const all = Array.from({ length: measurements }, (_, i) => Math.round((steps * (i + 1)) / measurements));
  return [...new Set(all)].filter((step) => step > 0);
}

/** A test error on the way, `[measurements]` each. */
export interface Course {
  readonly steps: readonly number[];
  readonly testMse: readonly number[];
}

/** Mean and extremes over the seeds, at the steps that all of them were measured at. */
export interface Band {
  readonly steps: number[];
  readonly mean: number[];
  readonly low: number[];
  readonly high: number[];
}

export function bandOf(courses: readonly Course[]): Band {
  const [first, ...others] = courses;
  const band: Band = { steps: [], mean: [], low: [], high: [] };
  for (const step of first?.steps ?? []) {
    const errors = [first, ...others].map((course) => course?.testMse[course.steps.indexOf(step)]);
    const known = errors.filter((error) => error !== undefined);
    if (known.length < courses.length) continue;
    band.steps.push(step);
    band.mean.push(known.reduce((sum, error) => sum + error, 0) / known.length);
    band.low.push(Math.min(...known));
    band.high.push(Math.max(...known));
  }
  return band;
}
