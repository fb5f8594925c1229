// Shown before there is anything to measure: what this is, and the one button.
import type { AnomalyPresetId } from '../../../core/anomaly/presets';
import { Card } from '../../../ui/controls/card/card';
import styles from './set-up.module.css';
import { TrainOnNormal } from './train-on-normal';

export function Start({ preset }: { preset: AnomalyPresetId }) {
  return (
    <Card title="Anomalies" titleHidden className={styles.start}>
      <div className={styles.startWords}>
        <p className={styles.lead}>
          Choose what is normal: the network learns only that, and whatever it then rebuilds badly stands out.
        </p>
        <TrainOnNormal preset={preset} />
      </div>
    </Card>
  );
}
