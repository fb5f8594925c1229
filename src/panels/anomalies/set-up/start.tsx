// Shown before there is anything to measure: what this is, and the one button.
import { t } from '@lingui/core/macro';
import type { AnomalyPresetId } from '../../../core/anomaly/presets';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import styles from './set-up.module.css';
import { TrainOnNormal } from './train-on-normal';
import { firstChoiceExplanation, firstChoiceText } from './words';

export function Start({ preset, isNone }: { preset: AnomalyPresetId; isNone: boolean }) {
  return (
    <Card title={t`Anomalies`} term="anomaly" titleHidden savable={false} className={styles.start}>
      <div className={styles.startWords}>
        <p
          className={styles.lead}
        >{t`Choose what is normal: the network learns only that, and whatever it then rebuilds badly stands out.`}</p>
        <TrainOnNormal preset={preset} isNone={isNone} />
        <FirstChoice />
      </div>
    </Card>
  );
}

/** While every class is normal there are no anomalies: one tap makes one class normal. */
function FirstChoice() {
  const { chooseNormal } = useAnomalyActions();
  const normalCount = useAnomalies((state) => state.normalClasses.length);
  const classNames = useDataset()?.classNames ?? [];
  const [first] = classNames;
  const isAll = normalCount === 0 || normalCount === classNames.length;
  if (!isAll || first === undefined || classNames.length < 2) return null;
  return (
    <TextButton explanation={firstChoiceExplanation} onClick={() => chooseNormal([0])}>
      {firstChoiceText(first)}
    </TextButton>
  );
}
