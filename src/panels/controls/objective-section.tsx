// What the network is asked to make small.
import { losses } from '../../catalog/losses/registry';
import { useExperiment } from '../../session/experiment-store';
import styles from './controls.module.css';
import { Section } from './section';
import { SettingSelect } from './setting-select';

export function ObjectiveSection() {
  const loss = useExperiment((experiment) => experiment.loss);
  return (
    <Section title="Objective">
      <SettingSelect setting="loss" registry={losses} labelHidden />
      <p className={styles.note}>{losses[loss].formula}</p>
    </Section>
  );
}
