// The classes that are trained on: a box for each class, all or none of them at once. Hundreds of classes can be searched.
import { t } from '@lingui/core/macro';
import { useDataset, useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { useState } from 'react';
import { datasets } from '../../../catalog/datasets/registry';
import { isOwn } from '../../../core/experiment/dataset-id';
import { controlText } from '../../../core/experiment/control-texts';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRun } from '../../../session/hooks/use-run';
import { chosenOf, listOf } from '../../../ui/controls/class-boxes/chosen-classes';
import { ClassActions } from '../../../ui/controls/class-boxes/class-actions';
import { ClassBoxes } from '../../../ui/controls/class-boxes/class-boxes';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import { noSuchClassText } from '../words';
import styles from './class-filter.module.css';
import { chosenText, noneText } from './words';

const noNames: readonly string[] = [];

/** Nothing for a data set without classes, or with one. */
export function ClassFilter() {
  const info = useDataset();
  const names = info?.classNames ?? noNames;
  // Another data set has other classes to choose from, so nothing is left of a choice that was being made.
  const dataset = useExperiment((experiment) => experiment.dataset);
  // Until it has been read, the room that its classes will take.
  if (!info && !isOwn(dataset) && datasets[dataset].arithmetic) return <div className={styles.coming} />;
  return names.length > 1 ? <Chooser key={dataset} names={names} /> : null;
}

function Chooser({ names }: { names: readonly string[] }) {
  const { run } = useSession();
  const classes = useExperiment((experiment) => experiment.classes);
  /** Every box is empty: the experiment keeps its classes until one is chosen, as it cannot train on nothing. */
  const [isNone, setNone] = useState(false);
  const trained = chosenOf(classes, names.length);
  const chosen = isNone ? new Set<number>() : trained;
  const say = useSampleText();
  const { label, summary } = controlText('classes');

  function choose(next: ReadonlySet<number>): void {
    setNone(next.size === 0);
    if (next.size > 0) run.change({ classes: listOf(next, names.length) });
  }

  return (
    <fieldset className={styles.filter}>
      <Tooltip text={say(summary)} term="training-set">
        <legend className={styles.legend}>
          <ExplainedLabel>{label}</ExplainedLabel>
        </legend>
      </Tooltip>
      <ClassActions
        count={names.length}
        chosen={chosen}
        explanations={{
          all: t`Trains on every class`,
          invert: t`Trains on the classes that are left out now`,
        }}
        onChoose={choose}
      />
      <ClassBoxes names={names} chosen={chosen} onChoose={choose} className={styles.list} />
      <Remark names={names} trained={trained} isNone={isNone} />
    </fieldset>
  );
}

interface RemarkProps {
  names: readonly string[];
  trained: ReadonlySet<number>;
  isNone: boolean;
}

/** How many classes are chosen, and what is wrong with the choice. */
function Remark({ names, trained, isNone }: RemarkProps) {
  const missing = useRun((run) => run.notes.find((note) => note.code === 'subset.no-such-class'));
  return (
    <p className={styles.remark} role="status">
      {missing
        ? noSuchClassText(missing, trained.size === names.length)
        : isNone
          ? noneText(trained.size)
          : chosenText(trained.size, names.length)}
    </p>
  );
}
