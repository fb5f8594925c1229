// How far a download has come, in megabytes (10^6 bytes), with the number beside the bar.
import { t } from '@lingui/core/macro';
import { megabytesText } from '../../../core/number-text';
import { classNames } from '../../class-names';
import styles from './progress-bar.module.css';
import { ProgressTrack } from './progress-track';

interface ProgressBarProps {
  /** What is being fetched; accessible name, exactly. */
  label: string;
  loadedBytes: number;
  /** `null` while the total is not known. */
  totalBytes: number | null;
  className?: string | undefined;
}

export function ProgressBar({ label, loadedBytes, totalBytes, className }: ProgressBarProps) {
  const known = totalBytes !== null && totalBytes > 0;
  const share = known ? Math.min(1, loadedBytes / totalBytes) : null;
  const text = known
    ? t`${{ loadedBytes: megabytesText(loadedBytes) }} of ${{ totalBytes: megabytesText(totalBytes) }} MB`
    : `${megabytesText(loadedBytes)} MB`;
  return (
    <div className={classNames(styles.progress, className)}>
      <div className={styles.words} aria-hidden="true">
        <span className={styles.label}>{label}</span>
        <span>{text}</span>
      </div>
      <ProgressTrack label={label} share={share} text={text} />
    </div>
  );
}
