// Compared runs are often called the same: a number tells them apart.
import type { RunId } from '../../core/run/stamp';
import type { RunEntry } from '../../session/archive/run-entry';
import { runName } from '../../session/archive/run-name';

/** The number of each compared run, from 1. */
export type RunNumbers = ReadonlyMap<RunId, number>;

export function numberRuns(ids: readonly RunId[]): RunNumbers {
  return new Map(ids.map((id, place) => [id, place + 1]));
}

/** `2 · Denoising · code 32 · MNIST` */
export function numberedName(entry: RunEntry, numbers: RunNumbers): string {
  return `${numbers.get(entry.id) ?? ''} · ${runName(entry)}`;
}
