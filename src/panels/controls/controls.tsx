// The controls of an experiment, in processing order: data, model, noise, objective, training.
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { DataSection } from './sections/data-section';
import styles from './controls.module.css';
import { ModelSection } from './sections/model-section';
import { NoiseSection } from './sections/noise-section';
import { ObjectiveSection } from './sections/objective-section';
import { TrainingSection } from './sections/training-section';

interface ControlsProps {
  /** Download progress of the data set, shown under its name. */
  dataStatus: ReactNode;
  /** Beside the heading of the data. */
  dataAction?: ReactNode;
}

export function Controls({ dataStatus, dataAction }: ControlsProps) {
  return (
    <section className={styles.controls} aria-label={t`Experiment`}>
      <DataSection status={dataStatus} action={dataAction} />
      <ModelSection />
      <NoiseSection />
      <ObjectiveSection />
      <TrainingSection />
    </section>
  );
}
