// The loss over the steps: every training batch pale, the test set solid, what a trivial answer reaches dashed.
import { useMemo, useState } from 'react';
import { losses } from '../../catalog/losses/registry';
import { countText } from '../../core/number-text';
import type { MetricSeries } from '../../core/metric-series';
import type { Run } from '../../session/run';
import { ChartLegend } from '../../ui/chart/chart-legend';
import { LazyLossChart } from '../../ui/chart/lazy-loss-chart';
import { Card } from '../../ui/controls/card';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import { chartMarks } from './chart-marks';
import styles from './loss-curves.module.css';
import { useCalmRun } from './use-calm-run';

const calmMs = 500;
const scales = [
  { value: 'linear', label: 'linear', explanation: 'Equal distances are equal differences.' },
  {
    value: 'log',
    label: 'log',
    explanation: 'Equal distances are equal ratios: late progress stays visible.',
  },
] as const;
type Scale = (typeof scales)[number]['value'];

export function LossCurves() {
  const run = useCalmRun(calmMs);
  const [scale, setScale] = useState<Scale>('log');
  const series = useSeries(run);
  const references = useReferences(run);
  const marks = useMemo(
    () =>
      chartMarks(
        run.marks.filter(({ step }) => step >= run.curvesFrom),
        run.step,
      ),
    [run.marks, run.curvesFrom, run.step],
  );
  // Epochs are of equal length only while the batch size stays the same.
  const steady = !run.marks.some((mark) => mark.kind === 'changed' && 'batchSize' in mark.patch);
  return (
    <Card
      title="Loss curves"
      subtitle={<ChartLegend series={series} />}
      actions={
        <SegmentedRadio look="quiet" label="Loss axis" value={scale} options={scales} onChange={setScale} />
      }
      className={styles.card}
    >
      <LazyLossChart
        label={`${losses[run.experiment.loss].label} over training steps`}
        series={series}
        marks={marks}
        scale={scale}
        referenceLines={references}
        epochLength={
          run.facts && steady ? Math.ceil(run.facts.trainCount / run.experiment.batchSize) : undefined
        }
      />
    </Card>
  );
}

function useSeries({ curves, testSubset, testAll }: Run) {
  const subsetCount = testSubset?.evaluation.count ?? 500;
  const allCount = testAll?.evaluation.count ?? 10_000;
  const train = useMemo(
    () => ({ id: 'train', label: 'train', colour: 'var(--accent-pale)', width: 1, ...points(curves.train) }),
    [curves.train],
  );
  const subset = useMemo(
    () => ({
      id: 'subset',
      label: `test, ${countText(subsetCount)} images`,
      colour: 'var(--accent)',
      width: 2,
      ...points(curves.testSubset),
    }),
    [curves.testSubset, subsetCount],
  );
  const all = useMemo(
    () => ({
      id: 'all',
      label: `test, all ${countText(allCount)}`,
      colour: 'var(--ink)',
      style: 'dots' as const,
      ...points(curves.testAll),
    }),
    [curves.testAll, allCount],
  );
  return useMemo(() => [train, subset, all], [train, subset, all]);
}

function points({ steps, means }: MetricSeries): { x: readonly number[]; y: readonly number[] } {
  return { x: steps, y: means };
}

/** Baselines are mean squared errors: under another loss they would be in another unit. */
function useReferences({ experiment, testAll }: Run) {
  const isMse = experiment.loss === 'mse';
  const meanImage = testAll?.evaluation.meanImageMse;
  const median = testAll?.outdated === false ? testAll.evaluation.medianMse : null;
  return useMemo(() => {
    if (!isMse) return [];
    return [
      ...(meanImage === undefined ? [] : [{ label: 'mean image', y: meanImage }]),
      ...(median === null ? [] : [{ label: 'median filter', y: median }]),
    ];
  }, [isMse, meanImage, median]);
}
