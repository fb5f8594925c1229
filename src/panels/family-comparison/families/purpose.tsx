// What a column of the comparison is for, and what to judge it by.
import type { FamilyId } from '../../../catalog/families/registry';
import { purposes } from '../words';
import styles from './family-card.module.css';

export function Purpose({ of }: { of: FamilyId | 'pca' }) {
  const { aim, judge } = purposes[of];
  return (
    <p className={styles.purpose}>
      <b>{aim}</b> <span>{judge}</span>
    </p>
  );
}
