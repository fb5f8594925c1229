// The test error of the four over their steps. Squared error, because their losses are in different units.
import { useMemo } from 'react';
import { families, type FamilyId } from '../../catalog/families/registry';
import { familyIds } from '../../session/comparison-experiments';
import { comparisonStore } from '../../session/comparison-store';
import { ChartLegend } from '../../ui/chart/chart-legend';
import { LazyLossChart } from '../../ui/chart/lazy-loss-chart';
import { useCalmState } from '../../ui/chart/use-calm-state';
import { useHiddenSeries } from '../../ui/chart/use-hidden-series';
import { Card } from '../../ui/controls/card';
import styles from './error-curves.module.css';

const calmMs = 500;

/** A second cue beside the colour. */
const dashes: Record<FamilyId, string | undefined> = {
  undercomplete: undefined,
  sparse: '7 3',
  denoising: '2 2',
  variational: '9 3 2 3',
};

export function ErrorCurves() {
  const { runs } = useCalmState(comparisonStore, calmMs);
  const series = useMemo(
    () =>
      familyIds.flatMap((id) => {
        const testMse = runs?.[id].testMse;
        if (!testMse || testMse.steps.length === 0) return [];
        const { steps: x, means: y } = testMse;
        return [
          { id, label: families[id].label, colour: `var(--family-${id})`, width: 2, dash: dashes[id], x, y },
        ];
      }),
    [runs],
  );
  const { hidden, drawn, toggle } = useHiddenSeries(series);
  const run = runs?.undercomplete.run;
  const meanImage = run?.testAll?.evaluation.meanImageMse;
  const references = useMemo(
    () => (meanImage === undefined ? [] : [{ label: 'mean image', y: meanImage }]),
    [meanImage],
  );
  const stepsInEpoch = run?.facts ? Math.ceil(run.facts.trainCount / run.experiment.batchSize) : undefined;
  return (
    <Card
      title="Test error"
      subtitle={
        series.length > 0 ? (
          <ChartLegend series={series} hidden={hidden} onToggle={toggle} />
        ) : (
          'mean squared error, one curve for each'
        )
      }
      className={styles.card}
    >
      {series.length === 0 ? (
        <p className={styles.empty}>The four curves are drawn here while they train.</p>
      ) : (
        <LazyLossChart
          label="Mean squared error on test images over training steps"
          series={drawn}
          marks={noMarks}
          scale="log"
          referenceLines={references}
          epochLength={stepsInEpoch}
        />
      )}
    </Card>
  );
}

const noMarks: readonly never[] = [];
