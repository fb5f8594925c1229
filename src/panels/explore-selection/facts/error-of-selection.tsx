// What is known of a selection without classes: how well its samples are rebuilt, beside all of them.
import { useRunStore } from '../../../session/hooks/use-run';
import { useWhileInView } from '../../../ui/in-view/in-view';
import styles from '../explore-selection.module.css';
import { selectionErrorText } from '../words';

export function ErrorOfSelection({ indices }: { indices: Uint32Array }) {
  const errors = useWhileInView(useRunStore(), (run) => run.testCodes?.errors);
  if (!errors) return null;
  const here = Float32Array.from(indices, (index) => errors[index] ?? 0);
  return <p className={styles.quiet}>{selectionErrorText(mean(here), mean(errors))}</p>;
}

function mean(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
