// The sweeps that are kept, and the one that is under way. Written by sweep-runner.ts alone.
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SweepPlan, SweepPoint } from '../core/sweep';

/** `interrupted`: the page was closed while it ran. */
export type SweepStatus = 'running' | 'paused' | 'cancelled' | 'finished' | 'interrupted';

/** A sweep as it is kept: plain data. */
export interface SweepRecord {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly plan: SweepPlan;
  /** In the order in which they were finished. */
  readonly points: readonly SweepPoint[];
  readonly status: SweepStatus;
  /** Values that could not be trained, and why. */
  readonly failures: readonly { readonly value: number; readonly reason: string }[];
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
  readonly secondsLeft: number | null;
  readonly stepsPerSecond: number | null;
}

export interface SweepState {
  /** Oldest first. */
  readonly sweeps: readonly SweepRecord[];
  readonly running: RunningSweep | null;
  /** What was kept has been read. */
  readonly restored: boolean;
}

export const sweepStore = createStore<SweepState>()(() => ({ sweeps: [], running: null, restored: false }));

export function useSweeps<T>(select: (state: SweepState) => T): T {
  return useStore(sweepStore, select);
}

/** The values of a sweep that are still to be trained, in its order. */
export function valuesLeft({ plan, points, failures }: SweepRecord): number[] {
  const done = new Set([...points, ...failures].map(({ value }) => value));
  return plan.values.filter((value) => !done.has(value));
}
