// How well the network tells anomalies from what is normal, beside methods without a network.
import { t } from '@lingui/core/macro';
import type { Missing } from '../../../core/anomaly/missing';
import { countText } from '../../../core/number-text';
import { baselineIds } from '../../../session/anomalies/anomaly-state';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset, useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { Card } from '../../../ui/controls/card/card';
import { Exports } from '../../../ui/export/offers';
import type { Table } from '../../../core/table';
import { baselineWordsOf, missingText, testSetText } from '../words';
import { EstimateReadOut } from './estimate-read-out';
import styles from './numbers.module.css';
import { BaselinesState, ScoringState } from './task-states';
import { strongest, verdictText } from './verdict';

export function Numbers() {
  const { table } = useAnomalyActions();
  const hasScores = useAnomalies(({ network }) => network !== null);
  // Along a recording without classes there is something better to see than dashes.
  const isCut = useDataset()?.windows !== undefined;
  const isLabelled = useAnomalies(({ missing }) =>
    missing.every(({ code }) => code !== 'anomaly.unlabelled'),
  );

  function scores(): Table {
    return table() ?? { columns: [], rows: [] };
  }

  return (
    <Card
      title={t`How well it detects`}
      explanation={t`The network and simple methods on the same test samples.`}
      term="auroc"
      subtitle={<What />}
    >
      {hasScores && <Exports offer={() => ({ name: t`Scores`, table: scores })} />}
      {(isLabelled || !isCut) && <Estimates />}
      <Verdict />
      <ScoringState />
      <BaselinesState />
      <MissingNote />
    </Card>
  );
}

function What() {
  const step = useAnomalies(({ network }) => network?.step ?? null);
  const normal = useAnomalies(({ detection }) => detection?.normalCount ?? null);
  const anomalous = useAnomalies(({ detection }) => detection?.anomalousCount ?? 0);
  const { many } = useSampleWords();
  if (step === null) return null;
  const counts = normal === null ? [] : [testSetText(normal, anomalous, many)];
  return <span>{[...counts, t`step ${{ step: countText(step) }}`].join(' · ')}</span>;
}

function Estimates() {
  const detection = useAnomalies((state) => state.detection);
  const scores = useAnomalies(({ baselines }) => baselines.scores);
  const best = strongest(scores);
  const words = useSampleWords();
  return (
    <div className={styles.numbers} role="group" aria-label={t`Measurements of the detection`}>
      <EstimateReadOut
        name="AUROC"
        term="auroc"
        caption={t`AUROC of the network`}
        estimate={detection?.auroc ?? null}
        emphasis
        meaning={t`The chance that an anomaly scores higher than a normal sample: 0.5 is guessing, 1 is perfect. With its 95 % interval, by resampling the test set.`}
      />
      <EstimateReadOut
        name={t`Average precision`}
        term="average-precision"
        estimate={detection?.averagePrecision ?? null}
        meaning={t`The mean share of true anomalies among what is flagged, as the threshold is lowered. It depends on how many anomalies there are.`}
      />
      <span className={styles.divider} aria-hidden="true" />
      {baselineIds.map((id) => {
        const { output, label, meaning } = baselineWordsOf(id, words);
        return (
          <EstimateReadOut
            key={id}
            name={output}
            term="baseline"
            caption={captionOf(label, scores[id]?.components ?? null)}
            estimate={scores[id]?.auroc ?? null}
            meaning={meaning}
            isStrongest={best === id}
          />
        );
      })}
    </div>
  );
}

function captionOf(label: string, components: number | null): string {
  return components === null ? label : `${label} ${components}`;
}

function Verdict() {
  const detection = useAnomalies((state) => state.detection);
  const scores = useAnomalies(({ baselines }) => baselines.scores);
  const text = verdictText(detection, scores, useSampleWords());
  return text === null ? null : <p className={styles.verdict}>{text}</p>;
}

/** What training on the normal classes puts right by itself. */
const passing: readonly Missing['code'][] = [
  'anomaly.no-network',
  'anomaly.untrained',
  'anomaly.other-training',
  'anomaly.no-validation',
];

/** What keeps a number from being there: the most important of it. That nothing is held out stands under the threshold too. */
function MissingNote() {
  const missing = useAnomalies((state) => state.missing);
  const isTraining = useAnomalies(({ training }) => training !== null);
  const [first] = isTraining ? missing.filter(({ code }) => !passing.includes(code)) : missing;
  if (first === undefined) return null;
  return (
    <p className={styles.missing} role="status">
      {missingText(first)}
    </p>
  );
}
