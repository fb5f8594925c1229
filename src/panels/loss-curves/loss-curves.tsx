// The loss over the steps: every training batch pale, the test set solid, its terms in dashes, what a trivial answer reaches
// dashed and grey.
import { useMemo, useState } from 'react';
import { usePcaMse } from '../../session/pca-mse';
import type { Run } from '../../session/run';
import { runStore } from '../../session/run-store';
import { ChartLegend } from '../../ui/chart/chart-legend';
import { LazyLossChart } from '../../ui/chart/lazy-loss-chart';
import { useCalmState } from '../../ui/chart/use-calm-state';
import { useHiddenSeries } from '../../ui/chart/use-hidden-series';
import { classNames } from '../../ui/class-names';
import { Card } from '../../ui/controls/card';
import { SegmentedRadio } from '../../ui/controls/segmented-radio';
import { chartMarks } from './chart-marks';
import styles from './loss-curves.module.css';
import { isMeanSquaredError, named, objectiveSeries, objectiveText, termSeries } from './run-series';

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
  const run = useCalmState(runStore, calmMs, isOtherRun);
  const [scale, setScale] = useState<Scale>('log');
  const series = useSeries(run, scale);
  const { hidden, drawn, toggle } = useHiddenSeries(series);
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
      subtitle={<ChartLegend series={series} hidden={hidden} onToggle={toggle} />}
      actions={
        <SegmentedRadio look="quiet" label="Loss axis" value={scale} options={scales} onChange={setScale} />
      }
      className={classNames(styles.card, series.some(({ isPart }) => isPart) && styles.withTerms)}
    >
      <LazyLossChart
        label={`${objectiveText(run.experiment)} over training steps`}
        series={drawn}
        marks={marks}
        scale={scale}
        referenceLines={references}
        emptyText={drawn.length === 0 ? 'Every curve is hidden: press its name to see it' : undefined}
        epochLength={
          run.facts && steady ? Math.ceil(run.facts.trainCount / run.experiment.batchSize) : undefined
        }
      />
    </Card>
  );
}

/** A reset is shown at once. */
function isOtherRun(run: Run, shown: Run): boolean {
  return run.runId !== shown.runId;
}

function useSeries({ curves, experiment, testSubset, testAll }: Run, scale: Scale) {
  const subsetCount = testSubset?.evaluation.count ?? 500;
  const allCount = testAll?.evaluation.count ?? 10_000;
  return useMemo(() => {
    const terms = termSeries(curves, experiment);
    const objective = objectiveSeries(curves, subsetCount, allCount, terms.length > 0);
    return [...objective, ...terms].map((one) => named(one, scale));
  }, [curves, experiment, subsetCount, allCount, scale]);
}

function useReferences({ experiment, testAll }: Run) {
  const isMse = isMeanSquaredError(experiment);
  const meanImage = testAll?.evaluation.meanImageMse;
  const median = testAll?.outdated === false ? testAll.evaluation.medianMse : null;
  const pca = usePcaMse();
  return useMemo(() => {
    if (!isMse) return [];
    return [
      ...(meanImage === undefined ? [] : [{ label: 'mean image', y: meanImage }]),
      ...(pca === null ? [] : [{ label: 'PCA', y: pca }]),
      ...(median === null ? [] : [{ label: 'median filter', y: median }]),
    ];
  }, [isMse, meanImage, median, pca]);
}
