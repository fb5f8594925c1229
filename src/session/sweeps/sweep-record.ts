// A sweep as it is kept and as it is shown.
import type { Failure } from '../../core/failure';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import type { SweepPlan, SweepPoint } from '../../core/sweep/sweep';
import type { SecondsRange } from '../runs/timing/time-estimate';

/** `interrupted`: the page was closed while it ran, or the engine gave up. */
export const sweepStatuses = ['running', 'paused', 'cancelled', 'finished', 'interrupted'] as const;
export type SweepStatus = (typeof sweepStatuses)[number];

export type SweptData = Pick<DatasetInfo, 'name' | 'shape'>;

/** A sweep as it is kept: plain data. */
export interface SweepRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly plan: SweepPlan;
  /** What the data set was, once it has been opened: a person's own may be gone later. */
  readonly data?: SweptData;
  /** In the order in which they were finished. */
  readonly points: readonly SweepPoint[];
  readonly status: SweepStatus;
  /** Values that could not be trained, and why. */
  readonly failures: readonly { readonly value: number; readonly reason: Failure }[];
}

export interface RunningSweep {
  readonly id: string;
  /** The value under way, and how far it is. */
  readonly value: number;
  readonly step: number;
  readonly steps: number;
  /** Of the whole sweep, in [0, 1]. */
  readonly share: number;
  /** Null while it is not known. */
  readonly secondsLeft: SecondsRange | null;
}

export interface SweepState {
  /** Oldest first. */
  readonly sweeps: readonly SweepRecord[];
  readonly running: RunningSweep | null;
  /** The sweep whose points are being given their linear methods. */
  readonly computing: string | null;
  /** What was kept has been read. */
  readonly restored: boolean;
}

export const noSweeps: SweepState = { sweeps: [], running: null, computing: null, restored: false };

/** The values of a sweep that are still to be trained, in its order. */
export function valuesLeft({ plan, points, failures }: SweepRecord): number[] {
  const done = new Set([...points, ...failures].map(({ value }) => value));
  return plan.values.filter((value) => !done.has(value));
}
