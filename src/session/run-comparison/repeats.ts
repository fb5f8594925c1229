// Runs that differ in nothing but their seed are repeats of one experiment: their spread says which differences from other runs are
// more than chance. Pure.
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { compareRuns, spreadOf, type Spread, type Verdict } from '../../core/run/spread/spread';
import { bestOf, testErrorOf, type Measurable } from './comparable';
import type { ComparedRun } from './compared-run';

type Repeated = Measurable & Pick<ComparedRun, 'marks' | 'step'>;

/** One run, or repeats of one experiment. */
export interface Repeats {
  /** Places of the runs. */
  readonly places: readonly number[];
  /** Test errors, one for each seed: a copy of a run says nothing about chance. */
  readonly errors: readonly number[];
}

/** Groups of one or more, by their first run; runs without a test error are left out. */
export function repeatsOf(runs: readonly Repeated[]): Repeats[] {
  const groups = new Map<string, { places: number[]; errors: Map<number, number> }>();
  for (const [place, run] of runs.entries()) {
    const error = testErrorOf(run);
    if (error === null) continue;
    const { seed, ...settings } = run.experiment;
    const changes = run.marks.flatMap((mark): [number, ExperimentPatch][] =>
      mark.kind === 'changed' ? [[mark.step, mark.patch]] : [],
    );
    const key = JSON.stringify([settings, changes, run.step, error.scope, error.count, error.isOutdated]);
    const group = groups.get(key) ?? { places: [], errors: new Map<number, number>() };
    group.places.push(place);
    if (!group.errors.has(seed)) group.errors.set(seed, error.mse);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ places, errors }) => ({ places, errors: [...errors.values()] }));
}

export interface RepeatSpread {
  readonly places: readonly number[];
  readonly spread: Spread;
}

/** The spread of the repeats that have at least two seeds. */
export function spreadsOf(groups: readonly Repeats[]): RepeatSpread[] {
  return groups.flatMap(({ places, errors }) => {
    const spread = spreadOf(errors);
    return spread === null || spread.sd === null ? [] : [{ places, spread }];
  });
}

export interface AgainstBest {
  readonly best: readonly number[];
  readonly other: readonly number[];
  readonly verdict: Verdict;
}

/**
 * The group with the lowest mean error against each of the others, where the spread of at least one of the two is known. None where the
 * errors of the runs may not be compared.
 */
export function verdictsOf(runs: readonly Repeated[]): AgainstBest[] {
  if (typeof bestOf(runs) === 'string') return [];
  const groups = repeatsOf(runs);
  const mean = ({ errors }: Repeats) => spreadOf(errors)?.mean ?? Infinity;
  const [best, ...others] = [...groups].sort((a, b) => mean(a) - mean(b));
  if (best === undefined) return [];
  return others.flatMap((other) => {
    const verdict = compareRuns(best.errors, other.errors);
    return verdict === null ? [] : [{ best: best.places, other: other.places, verdict }];
  });
}
