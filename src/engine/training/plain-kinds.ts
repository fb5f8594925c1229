// Finds the choices of an experiment that run on the slower plain JavaScript path on the current backend.
import type { RunNote } from '../../core/engine-api/events';
import type { Experiment } from '../../core/experiment/experiment';
import { isPlainLoss, isPlainPenalty } from '../objective/plain-terms';
import { isPlainNoise } from './batch/training-batch';

/** One note per such choice, for the page to show. */
export function plainKindNotes(experiment: Experiment): RunNote[] {
  const { noise, loss, sparsity } = experiment;
  const notes: RunNote[] = [];
  if (isPlainNoise(experiment)) notes.push({ code: 'kind.plain-path', setting: 'noise', kind: noise });
  if (isPlainLoss(loss)) notes.push({ code: 'kind.plain-path', setting: 'loss', kind: loss });
  if (isPlainPenalty(experiment))
    notes.push({ code: 'kind.plain-path', setting: 'sparsity', kind: sparsity });
  return notes;
}
