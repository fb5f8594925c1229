// Compared runs are often called the same: a letter tells them apart, the same as on the curves.
import type { RunId } from '../../core/run/stamp';
import type { RunEntry } from '../../session/archive/run-entry';
import { runLetter, runName } from '../../session/archive/run-name';

/** The letter of each compared run. */
export type RunNumbers = ReadonlyMap<RunId, string>;

export function numberRuns(ids: readonly RunId[]): RunNumbers {
  return new Map(ids.map((id, place) => [id, runLetter(place)]));
}

/** `B · Denoising · code 32 · MNIST` */
export function numberedName(entry: RunEntry, numbers: RunNumbers): string {
  return `${numbers.get(entry.id) ?? ''} · ${runName(entry)}`;
}
