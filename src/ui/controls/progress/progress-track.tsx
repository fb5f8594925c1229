// A progress bar. The caller writes the number beside it.
import styles from './progress-track.module.css';

interface ProgressTrackProps {
  /** Accessible name, exactly. */
  label: string;
  /** In [0, 1]; `null` while it is not known. */
  share: number | null;
  /** How far it is, in words. */
  text: string;
}

export function ProgressTrack({ label, share, text }: ProgressTrackProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      aria-valuetext={text}
      className={styles.track}
    >
      <div className={styles.bar} style={{ transform: `scaleX(${share ?? 0})` }} />
    </div>
  );
}
