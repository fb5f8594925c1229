// Everything that can be chosen, in the order in which an image meets it: data, model, noise, objective, training.
import type { ReactNode } from 'react';
import { DataSection } from './data-section';
import styles from './controls.module.css';
import { ModelSection } from './model-section';
import { NoiseSection } from './noise-section';
import { ObjectiveSection } from './objective-section';
import { TrainingSection } from './training-section';

/** @param dataStatus how far the data set has arrived, shown under its name */
export function Controls({ dataStatus }: { dataStatus: ReactNode }) {
  return (
    <section className={styles.controls} aria-label="Experiment">
      <DataSection status={dataStatus} />
      <ModelSection />
      <NoiseSection />
      <ObjectiveSection />
      <TrainingSection />
    </section>
  );
}
