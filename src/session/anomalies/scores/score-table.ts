// Every test sample with its scores, as a table to save.
import { classOf } from '../../../core/samples/dataset-info';
import type { Table } from '../../../core/table';
import type { Run } from '../../runs/run';
import { baselineIds, type AnomaliesState } from '../anomaly-state';

/** Null before there are scores. */
export function scoreTable(
  { network, isNormal, threshold, baselines }: AnomaliesState,
  { facts }: Pick<Run, 'facts'>,
): Table | null {
  if (network === null || isNormal === null || facts === null) return null;
  const known = baselineIds.flatMap((id) => {
    const scores = baselines.scores[id]?.test;
    return scores?.length === network.test.length ? [{ id, scores }] : [];
  });
  return {
    columns: ['index', 'class', 'normal', network.kind, 'flagged', ...known.map(({ id }) => id)],
    rows: Array.from(network.test, (score, index) => [
      index,
      classOf(facts.dataset, network.labels[index]),
      isNormal[index] ?? null,
      score,
      threshold === null ? null : Number(score > threshold),
      ...known.map(({ scores }) => scores[index] ?? null),
    ]),
  };
}
