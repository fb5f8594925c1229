import { t } from '@lingui/core/macro';
// The loss over the steps: training batches pale, the test set solid, its terms dashed, baselines dashed and grey.
import { useMemo, useState } from 'react';
import { subsetSettings } from '../../core/experiment/change';
import type { ExperimentPatch } from '../../core/experiment/experiment';
import { useLinearRivals, useLookAtNoisy } from '../../session/hooks/analysis/use-linear-rivals';
import type { Run } from '../../session/runs/run';
import { useRunStore } from '../../session/hooks/use-run';
import { ChartLegend } from '../../ui/chart/legend/chart-legend';
import { LazyLossChart } from '../../ui/chart/loss/lazy-loss-chart';
import { useCalmState } from '../../ui/chart/use-calm-state';
import { useHiddenSeries } from '../../ui/chart/legend/use-hidden-series';
import { classNames } from '../../ui/class-names';
import { Card } from '../../ui/controls/card/card';
import { SegmentedRadio } from '../../ui/controls/fields/segmented-radio';
import { chartMarks } from './chart-marks';
import styles from './loss-curves.module.css';
import { useInViewEffect } from '../../ui/in-view/in-view';
import {
  isMeanSquaredError,
  named,
  objectiveSeries,
  objectiveText,
  termSeries,
  validationSeries,
} from './run-series';
import { sampleText } from '../../core/samples/words/sample-words';

const calmMs = 500;
const scales = [
  { value: 'linear', label: t`linear`, explanation: t`Equal distances are equal differences.` },
  {
    value: 'log',
    label: t`log`,
    explanation: t`Equal distances are equal ratios: late progress stays visible.`,
  },
] as const;
type Scale = (typeof scales)[number]['value'];

export function LossCurves() {
  const run = useCalmState(useRunStore(), calmMs, isOtherRun);
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
  // Epochs have equal length only while the batch size and what is trained on stay the same.
  const steady = !run.marks.some((mark) => mark.kind === 'changed' && changesEpochs(mark.patch));
  return (
    <Card
      title={t`Loss curves`}
      explanation={t`How wrong the network is after each step, on what it learns from and on test samples. Press a name to hide its curve.`}
      term="loss"
      subtitle={<ChartLegend series={series} hidden={hidden} onToggle={toggle} />}
      actions={
        <SegmentedRadio
          look="quiet"
          label={t`Loss axis`}
          value={scale}
          options={scales}
          onChange={setScale}
        />
      }
      className={classNames(styles.card, series.some(({ isPart }) => isPart) && styles.withTerms)}
    >
      <LazyLossChart
        label={t`${{ objective: sampleText(objectiveText(run.experiment), run.facts?.dataset.kind) }} over training steps`}
        series={drawn}
        marks={marks}
        scale={scale}
        referenceLines={references}
        emptyText={drawn.length === 0 ? t`Every curve is hidden: press its name to see it` : undefined}
        epochLength={
          run.facts && steady ? Math.ceil(run.facts.trainCount / run.experiment.batchSize) : undefined
        }
      />
    </Card>
  );
}

function changesEpochs(patch: ExperimentPatch): boolean {
  return (['batchSize', ...subsetSettings] as const).some((setting) => setting in patch);
}

/** Detects a new run, so that a reset shows immediately. */
function isOtherRun(run: Run, shown: Run): boolean {
  return run.runId !== shown.runId;
}

function useSeries({ curves, experiment, facts, testSubset, testAll }: Run, scale: Scale) {
  const kind = facts?.dataset.kind;
  const subsetCount = testSubset?.evaluation.count ?? 500;
  const allCount = testAll?.evaluation.count ?? 10_000;
  return useMemo(() => {
    const terms = termSeries(curves, experiment);
    const validation = validationSeries(curves, experiment);
    const others = terms.length + validation.length;
    // With more curves there is no room for it; the Data section says it too.
    const isFiltered = experiment.classes.length > 0 && others === 0;
    const isShort = others > 0 || isFiltered;
    const objective = objectiveSeries(curves, subsetCount, allCount, { isShort, isFiltered });
    return [...objective, ...validation, ...terms].map((one) => named(one, scale, kind));
  }, [curves, experiment, kind, subsetCount, allCount, scale]);
}

function useReferences({ experiment, facts, testAll }: Run) {
  useInViewEffect(useLookAtNoisy());
  const isMse = isMeanSquaredError(experiment);
  const meanImage = testAll?.evaluation.meanImageMse;
  const meanName = sampleText(({ one }) => t`mean ${one}`, facts?.dataset.kind);
  const median = testAll?.outdated === false ? testAll.evaluation.medianMse : null;
  const { pcaMse, denoiserMse, size, isBelowCode } = useLinearRivals();
  return useMemo(() => {
    if (!isMse) return [];
    return [
      ...(meanImage === undefined ? [] : [{ label: meanName, y: meanImage }]),
      ...(pcaMse === null ? [] : [{ label: isBelowCode ? t`PCA at ${size}` : 'PCA', y: pcaMse }]),
      ...(denoiserMse === null ? [] : [{ label: t`linear denoiser`, y: denoiserMse }]),
      ...(median === null ? [] : [{ label: t`median filter`, y: median }]),
    ];
  }, [isMse, meanImage, meanName, median, pcaMse, denoiserMse, size, isBelowCode]);
}
