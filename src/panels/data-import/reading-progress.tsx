// How far the files have been read, with numbers.
import type { ImportProgress } from '../../core/import/import-api';
import { ProgressTrack } from '../../ui/controls/progress/progress-track';
import styles from './reading-progress.module.css';
import { amountText, doingText } from './words';

/** @param progress null before the first report */
export function ReadingProgress({ progress }: { progress: ImportProgress | null }) {
  const doing = doingText(progress);
  const amount = progress === null ? '' : amountText(progress);
  const share = progress !== null && progress.total > 0 ? Math.min(1, progress.done / progress.total) : null;
  return (
    <div className={styles.progress}>
      <div className={styles.words} aria-hidden="true">
        <span>{`${doing}…`}</span>
        <span className={styles.amount}>{amount}</span>
      </div>
      <ProgressTrack label={doing} share={share} text={amount} />
    </div>
  );
}
