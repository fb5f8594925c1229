// What a column of the comparison is for, and what to judge it by.
import type { FamilyId } from '../../../catalog/families/registry';
import { purposes } from '../words';
import styles from './family-card.module.css';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

export function Purpose({ of }: { of: FamilyId | 'pca' }) {
  const say = useSampleText();
  const { aim, judge } = purposes[of];
  return (
    <p className={styles.purpose}>
      <b>{say(aim)}</b> <span>{say(judge)}</span>
    </p>
  );
}
