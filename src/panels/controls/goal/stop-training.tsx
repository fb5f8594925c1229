// When training stops by itself, and how far it is from that. No part of the experiment: it may be changed at any time.
import { goalKinds, goalRanges, type Goal } from '../../../core/run/goal';
import { useGoal } from '../../../session/hooks/main-run/use-goal';
import { useSession } from '../../../session/hooks/session-context';
import { useRun } from '../../../session/hooks/use-run';
import { progressShare, progressText } from '../../../session/main-run/goal/words';
import { NumberField } from '../../../ui/controls/fields/number-field';
import { Select } from '../../../ui/controls/fields/select';
import { ProgressTrack } from '../../../ui/controls/progress/progress-track';
import { goalFields, stopTexts } from './words';
import styles from './stop-training.module.css';

const byHand = 'by-hand';
const options = [
  { value: byHand, label: stopTexts.byHand },
  ...goalKinds.map((value) => ({ value, label: goalFields[value].option })),
] as const;

/** What is proposed when a kind is chosen. */
const proposed = { epochs: 5, seconds: 60, testMse: 0.02 } as const;

export function StopTraining() {
  const { run } = useSession();
  const { goal, isDone } = useGoal();
  return (
    <div className={styles.stop}>
      <Select
        label={stopTexts.label}
        look="row"
        value={goal?.kind ?? byHand}
        options={options}
        explanation={stopTexts.explanation}
        onChange={(kind) => run.goals.set(kind === byHand ? null : { kind, value: proposed[kind] })}
      />
      {goal !== null && (
        <>
          <NumberField
            key={goal.kind}
            label={goalFields[goal.kind].label}
            value={goal.value}
            {...goalRanges[goal.kind]}
            explanation={goalFields[goal.kind].explanation}
            onCommit={(value) => run.goals.set({ kind: goal.kind, value })}
          />
          <Progress goal={goal} isDone={isDone} />
        </>
      )}
    </div>
  );
}

function Progress({ goal, isDone }: { goal: Goal; isDone: boolean }) {
  const text = useRun((state) => progressText(goal, state)) ?? stopTexts.unknown[goal.kind];
  const share = useRun((state) => progressShare(goal, state));
  const words = isDone ? stopTexts.done : text;
  return (
    <div className={styles.progress}>
      {share !== null && <ProgressTrack label={stopTexts.progress} share={isDone ? 1 : share} text={words} />}
      <p>{words}</p>
    </div>
  );
}
