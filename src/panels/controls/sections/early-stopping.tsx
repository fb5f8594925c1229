// Early stopping: after how many epochs without a better validation loss training pauses, and the best weights so far. Without
// held-out samples there is no such loss: then it offers to hold some out.
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';
import { controlText } from '../../../core/experiment/control-texts';
import { isUsed } from '../../../core/experiment/rules';
import { useSession } from '../../../session/hooks/session-context';
import { useExperiment } from '../../../session/hooks/use-experiment';
import { useRun } from '../../../session/hooks/use-run';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Slider } from '../../../ui/controls/slider/slider';
import { ranges } from '../../../core/experiment/experiment';
import styles from '../controls.module.css';
import { bestText, earlyStoppingTexts, epochsOrOff } from '../words';

/** What the offer sets. */
const offered = { validationShare: 0.1, earlyStopping: 5 } as const;

export function EarlyStopping() {
  const { run } = useSession();
  const epochs = useExperiment(({ earlyStopping }) => earlyStopping);
  const hasSplit = useExperiment((experiment) => isUsed('earlyStopping', experiment));
  const say = useSampleText();
  const { label, summary } = controlText('earlyStopping');
  return (
    <>
      <Slider
        label={label}
        value={epochs}
        {...ranges.earlyStopping}
        step={1}
        scale="sqrt"
        format={epochsOrOff}
        explanation={say(summary)}
        term="early-stopping"
        disabledReason={hasSplit ? undefined : `${say(summary)} ${earlyStoppingTexts.needsSplit}`}
        onChange={(earlyStopping) => run.change({ earlyStopping })}
      />
      {hasSplit ? (
        <Best />
      ) : (
        <TextButton
          className={styles.start}
          look="plain"
          explanation={earlyStoppingTexts.holdOutExplanation}
          onClick={() => run.change({ ...offered, earlyStopping: epochs || offered.earlyStopping })}
        >
          {earlyStoppingTexts.holdOut}
        </TextButton>
      )}
    </>
  );
}

function Best() {
  const { run } = useSession();
  const best = useRun((shown) => shown.best);
  const step = useRun((shown) => shown.step);
  if (best === null) return null;
  const isThere = best.checkpoint.step === step;
  return (
    <div className={styles.best}>
      <span>{bestText(best.loss, best.checkpoint.step, isThere)}</span>
      {!isThere && (
        <TextButton explanation={earlyStoppingTexts.goBackExplanation} onClick={run.goBackToBest}>
          {earlyStoppingTexts.goBack}
        </TextButton>
      )}
    </div>
  );
}
