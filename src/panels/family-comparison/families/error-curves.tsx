// The test error of each compared network over its steps, as squared error, since their losses have different units. It is of
// the input that each is trained with, and one with noise says so.
import { t } from '@lingui/core/macro';
import { useMemo } from 'react';
import { isNoisy } from '../../../catalog/corrupt';
import type { FamilyId } from '../../../catalog/families/registry';
import { ofFamily } from '../../../session/comparison/families';
import { useComparisonStore } from '../../../session/hooks/use-comparison';
import { ChartLegend } from '../../../ui/chart/legend/chart-legend';
import { LazyLossChart } from '../../../ui/chart/loss/lazy-loss-chart';
import { useCalmState } from '../../../ui/chart/use-calm-state';
import { useHiddenSeries } from '../../../ui/chart/legend/use-hidden-series';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { comparisonSource } from '../words';
import styles from './error-curves.module.css';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

const calmMs = 500;

/** A second cue beside the colour. */
const dashes: Record<FamilyId, string | undefined> = {
  undercomplete: undefined,
  sparse: '7 3',
  denoising: '2 2',
  variational: '9 3 2 3',
};

export function ErrorCurves() {
  const say = useSampleText();
  const meanName = say(({ one }) => t`mean ${one}`);
  const { runs } = useCalmState(useComparisonStore(), calmMs);
  const series = useMemo(
    () =>
      runs.flatMap(({ label, family, run }) => {
        const { steps: x, means: y } = run.curves.testMse;
        if (family === null || x.length === 0) return [];
        const colour = `var(--family-${family})`;
        const name = isNoisy(run.experiment) ? t`${label} (noisy input)` : label;
        return [{ id: family, label: name, colour, width: 2, dash: dashes[family], x, y }];
      }),
    [runs],
  );
  const { hidden, drawn, toggle } = useHiddenSeries(series);
  const run = ofFamily(runs, 'undercomplete')?.run;
  const meanImage = run?.testAll?.evaluation.meanImageMse;
  const references = useMemo(
    () => (meanImage === undefined ? [] : [{ label: meanName, y: meanImage }]),
    [meanImage, meanName],
  );
  const stepsInEpoch = run?.facts ? Math.ceil(run.facts.trainCount / run.experiment.batchSize) : undefined;
  return (
    <Card
      source={comparisonSource}
      title={t`Test error`}
      explanation={t`Mean squared error on test samples while the four networks train.`}
      term="reconstruction-error"
      subtitle={
        series.length > 0 ? (
          <ChartLegend series={series} hidden={hidden} onToggle={toggle} />
        ) : (
          t`mean squared error, one curve for each`
        )
      }
      className={styles.card}
    >
      {series.length === 0 ? (
        <Placeholder>{t`The four curves appear here while the networks train.`}</Placeholder>
      ) : (
        <LazyLossChart
          label={say(({ many }) => t`Mean squared error on test ${many} over training steps`)}
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
