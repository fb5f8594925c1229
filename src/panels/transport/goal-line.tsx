// How far the run is from where training stops by itself. Not announced: it changes all the time.
import { useGoal } from '../../session/hooks/main-run/use-goal';
import { useRun } from '../../session/hooks/use-run';
import { progressText } from '../../session/main-run/goal/words';
import styles from './transport.module.css';

export function GoalLine() {
  const { goal, isDone } = useGoal();
  const text = useRun((run) => (goal === null || isDone ? null : progressText(goal, run)));
  return text === null ? null : <p className={styles.stage}>{text}</p>;
}
