// The classes that count as normal: one, some, or all but some.
import { t } from '@lingui/core/macro';
import { hasClasses } from '../../../core/samples/dataset-info';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { chosenOf, listOf } from '../../../ui/controls/class-boxes/chosen-classes';
import { ClassActions } from '../../../ui/controls/class-boxes/class-actions';
import { ClassBoxes } from '../../../ui/controls/class-boxes/class-boxes';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import { missingText } from '../words';
import styles from './set-up.module.css';
import { normalText } from './words';

interface NormalClassesProps {
  /** Every box is empty. */
  isNone: boolean;
  onNone: (isNone: boolean) => void;
}

/** In place of the boxes, a sentence for samples without classes. */
export function NormalClasses(props: NormalClassesProps) {
  const info = useDataset();
  if (info === undefined) return <p className={styles.note}>{t`The data is loading.`}</p>;
  if (!hasClasses(info)) return <p className={styles.note}>{missingText({ code: 'anomaly.unlabelled' })}</p>;
  return <Chooser names={info.classNames} {...props} />;
}

function Chooser({ names, isNone, onNone }: NormalClassesProps & { names: readonly string[] }) {
  const { chooseNormal } = useAnomalyActions();
  const normal = useAnomalies((state) => state.normalClasses);
  const known = chosenOf(normal, names.length);
  const chosen = isNone ? new Set<number>() : known;

  function choose(next: ReadonlySet<number>): void {
    onNone(next.size === 0);
    if (next.size > 0) chooseNormal(listOf(next, names.length));
  }

  return (
    <fieldset className={styles.classes}>
      <Tooltip text={t`What the network learns. A sample of any other class is an anomaly.`} term="anomaly">
        <legend className={styles.legend}>
          <ExplainedLabel>{t`Normal classes`}</ExplainedLabel>
        </legend>
      </Tooltip>
      <ClassActions
        count={names.length}
        chosen={chosen}
        explanations={{
          all: t`Every class is normal`,
          invert: t`Swaps normal and anomalous classes`,
        }}
        onChoose={choose}
      />
      <ClassBoxes names={names} chosen={chosen} onChoose={choose} className={styles.list} />
      <p className={styles.note} role="status">
        {normalText(chosen.size, names.length)}
      </p>
    </fieldset>
  );
}
