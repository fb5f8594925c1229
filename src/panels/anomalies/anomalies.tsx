// Apply: Anomalies. A network that was trained on what is normal rebuilds other samples badly; how well that finds them is
// measured, beside methods without a network. Set-up and candidate on the left, the measurements on the right.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { AnomalyPresetId } from '../../core/anomaly/presets';
import type { AnomaliesState } from '../../session/anomalies/anomaly-state';
import { useAnomalies, useAnomalyActions } from '../../session/hooks/anomalies/use-anomalies';
import { useRun } from '../../session/hooks/use-run';
import { classNames } from '../../ui/class-names';
import { Place } from '../../ui/boundary/place';
import { useInViewEffect } from '../../ui/in-view/in-view';
import styles from './anomalies.module.css';
import { AlongRecording } from './along/along';
import { Candidate } from './candidate/candidate';
import { ClassesTable } from './classes/classes-table';
import { CodeSizes } from './code-sizes/code-sizes';
import { Curves } from './curves/curves';
import { Galleries } from './galleries/galleries';
import { Numbers } from './numbers/numbers';
import { Others } from './others/others';
import { SetUp } from './set-up/set-up';
import { Start } from './set-up/start';
import { ThresholdCard } from './threshold/threshold-card';

export function Anomalies() {
  const { lookAt } = useAnomalyActions();
  useInViewEffect(lookAt);
  const [preset, setPreset] = useState<AnomalyPresetId>('best');
  const dataset = useRun((run) => run.facts?.dataset.id ?? null);
  /** The data set of which every box is empty: what counts as normal stays as it was until one is ticked. */
  const [emptied, setEmptied] = useState<string | null>(null);
  const isNone = emptied !== null && emptied === dataset;
  const isUntrained = useRun(({ step }) => step === 0);
  const hasSomething = useAnomalies(hasStarted);
  const isTraining = useAnomalies(({ training }) => training !== null);
  const isStarted = isTraining || (hasSomething && !isUntrained);
  return (
    <div className={styles.view}>
      <div className={styles.side}>
        <Place name={t`The set-up`}>
          <SetUp
            preset={preset}
            onPreset={setPreset}
            isNone={isNone}
            onNone={(none) => setEmptied(none ? dataset : null)}
            hasButton={isStarted}
          />
        </Place>
        {isStarted && (
          <Place name={t`The candidate`} className={styles.candidate}>
            <Candidate />
          </Place>
        )}
      </div>
      {isStarted ? <Results /> : <Start preset={preset} isNone={isNone} />}
    </div>
  );
}

function Results() {
  // Nothing can be measured on samples of which nobody knows what they are.
  const isLabelled = useAnomalies(({ missing }) =>
    missing.every(({ code }) => code !== 'anomaly.unlabelled'),
  );
  const isCut = useRun(({ facts }) => facts?.dataset.windows !== undefined);
  return (
    <div className={styles.results}>
      {isCut && (
        <Place name={t`The recording`}>
          <AlongRecording />
        </Place>
      )}
      <Place name={t`The numbers`}>
        <Numbers />
      </Place>
      <Place name={t`The histogram`}>
        <ThresholdCard />
      </Place>
      {isLabelled && (
        <Place name={t`The curves`} className={styles.later}>
          <Curves />
        </Place>
      )}
      <Place name={t`The galleries`} className={styles.later}>
        <Galleries />
      </Place>
      <div className={classNames(styles.pair, styles.later)}>
        {isLabelled && (
          <Place name={t`The classes`}>
            <ClassesTable />
          </Place>
        )}
        <div className={styles.stack}>
          {isLabelled && (
            <Place name={t`The code sizes`}>
              <CodeSizes />
            </Place>
          )}
          <Place name={t`Other anomalies`}>
            <Others />
          </Place>
        </div>
      </div>
    </div>
  );
}

/** Whether there is, or soon will be, something to show. */
function hasStarted({ network, scoring }: AnomaliesState): boolean {
  return network !== null || scoring.progress !== null || scoring.failure !== null;
}
