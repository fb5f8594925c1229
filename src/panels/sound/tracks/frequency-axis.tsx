// The frequencies beside a spectrogram.
import { heightOf, namedFrequencies } from '../../../ui/sound/pitch-axis';
import styles from './track.module.css';

export function FrequencyAxis({ topHz }: { topHz: number }) {
  return (
    <div className={styles.frequencies} aria-hidden="true">
      {namedFrequencies.map((hz) => (
        <span key={hz} style={{ bottom: `${(100 * heightOf(hz, topHz)).toFixed(2)}%` }}>
          {hz < 1000 ? `${hz} Hz` : `${hz / 1000} kHz`}
        </span>
      ))}
    </div>
  );
}
