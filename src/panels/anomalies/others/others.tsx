// Anomalies that are not in the test set: samples of another data set of the same shape, or noise, against what is normal.
import { t } from '@lingui/core/macro';
import { useSampleWords } from '../../../session/hooks/datasets/use-dataset';
import { useState } from 'react';
import { datasets as builtIn } from '../../../catalog/datasets/registry';
import { builtInDatasetIds, type DatasetId } from '../../../core/experiment/dataset-id';
import { percentText } from '../../../core/number-text';
import { analysisProgressText } from '../../../session/analysis/words';
import { baselineIds, type OtherSource } from '../../../session/anomalies/anomaly-state';
import { failureText } from '../../../session/engine/notices/words';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useDatasets } from '../../../session/hooks/datasets/use-datasets';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { Card } from '../../../ui/controls/card/card';
import { Select, type SelectOption } from '../../../ui/controls/fields/select';
import { Notice } from '../../../ui/controls/notice/notice';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { ReadOut } from '../../../ui/controls/read-out/read-out';
import { baselineWordsOf, intervalText, rateText } from '../words';
import styles from './others.module.css';
import { busyText, flaggedText, otherShapeText } from './words';

type Choice = OtherSource | 'none';

export function Others() {
  const words = useSampleWords();
  const { compareWith } = useAnomalyActions();
  const [source, setSource] = useState<Choice>('none');
  const options = useSources();
  // The worker holds one data set at a time: another one would end what is being computed on this one.
  const isBusy = useAnomalies(
    ({ baselines, codeSizes }) => baselines.progress !== null || codeSizes.progress !== null,
  );
  const { progress, failure, otherShape } = useAnomalies((state) => state.other);

  function choose(next: Choice) {
    setSource(next);
    compareWith(next === 'none' ? null : next);
  }

  return (
    <Card
      title={t`Other anomalies`}
      explanation={t`Samples that come from elsewhere, scored like those of the test set.`}
      term="anomaly"
      subtitle={t`from outside the test set`}
    >
      <div className={styles.panel}>
        <Select
          label={t`Compare with`}
          look="row"
          value={source}
          options={options}
          explanation={t`Their scores against those of the normal test samples.`}
          disabledReason={isBusy ? busyText : undefined}
          onChange={choose}
        />
        {progress !== null && (
          <div className={styles.progress}>
            <span>{analysisProgressText(progress, words)}</span>
            <ProgressTrack
              label={t`Other anomalies`}
              share={progress.share}
              text={percentText(progress.share)}
            />
          </div>
        )}
        {failure !== null && (
          <Notice
            kind="error"
            message={t`They could not be scored.`}
            detail={failureText(failure)}
            action={{ label: t`Retry`, onClick: () => choose(source) }}
          />
        )}
        {otherShape !== null && <p className={styles.note}>{otherShapeText(otherShape)}</p>}
        {source !== 'none' && <Scores />}
      </div>
    </Card>
  );
}

function useSources(): SelectOption<Choice>[] {
  const current = useExperiment(({ dataset }) => dataset);
  const own = useDatasets((state) => state.own);
  const named: { value: DatasetId; label: string }[] = [
    ...builtInDatasetIds.map((value) => ({ value, label: builtIn[value].label })),
    ...own.map(({ id, manifest }) => ({ value: id, label: manifest.name })),
  ];
  return [
    { value: 'none', label: t`Nothing` },
    { value: 'noise', label: t`Noise` },
    ...named.filter(({ value }) => value !== current),
  ];
}

function Scores() {
  const scores = useAnomalies(({ other }) => other.scores);
  const words = useSampleWords();
  if (scores === null) return null;
  return (
    <>
      <div className={styles.numbers}>
        <ReadOut
          name={t`AUROC against others`}
          term="auroc"
          caption={t`AUROC of the network`}
          exact={scores.auroc?.value}
          emphasis
        >
          {rateText(scores.auroc?.value ?? null)}
        </ReadOut>
        {baselineIds.map((id) => (
          <ReadOut
            key={id}
            name={t`${{ output: baselineWordsOf(id, words).output }} against others`}
            term="baseline"
            caption={baselineWordsOf(id, words).label}
            exact={scores.baselines[id] ?? undefined}
          >
            {rateText(scores.baselines[id])}
          </ReadOut>
        ))}
      </div>
      <p className={styles.note}>
        {[
          ...(scores.auroc === null ? [] : [t`95 % interval ${{ auroc: intervalText(scores.auroc) }}.`]),
          flaggedText(scores.scores.length, scores.flaggedShare),
        ].join(' ')}
      </p>
    </>
  );
}
