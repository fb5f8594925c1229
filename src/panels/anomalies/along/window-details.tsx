// The window that is shown, large: what was recorded, what the network makes of it, and where the two differ most.
import { t } from '@lingui/core/macro';
import { windowUses } from '../../../core/anomaly/along/scored-windows';
import type { RebuiltWindow } from '../../../session/anomalies/along/along';
import type { Along } from '../../../session/hooks/anomalies/use-along';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { scoreText } from '../words';
import styles from './along.module.css';
import { useWords, windowText, worstText } from './words';
import { largestError } from './largest-error';

interface WindowDetailsProps {
  along: Along;
  /** Of the recording. */
  index: number;
  rebuilt: RebuiltWindow | null;
}

const nothing = new Float32Array(0);

export function WindowDetails({ along, index, rebuilt }: WindowDetailsProps) {
  return (
    <section className={styles.details} aria-label={t`The window shown`}>
      <SamplePicture
        label={t`Rebuilt window`}
        info={along.info}
        values={rebuilt?.reconstruction ?? nothing}
        reference={rebuilt?.sample}
        className={styles.picture}
      />
      {rebuilt !== null && <Facts along={along} index={index} rebuilt={rebuilt} />}
    </section>
  );
}

function Facts({ along, index, rebuilt }: WindowDetailsProps & { rebuilt: RebuiltWindow }) {
  const { info, cut, windows, threshold } = along;
  const { rate } = cut.windows;
  const own = windows[index];
  const at = own?.starts.indexOf(rebuilt.start) ?? -1;
  const score = own?.scores[at];
  const use = windowUses[own?.uses[at] ?? 0] ?? 'training';
  const worst = largestError(rebuilt, info);
  const isFlagged = threshold !== null && score !== undefined && score > threshold;
  return (
    <div className={styles.facts}>
      <p>
        <b>{windowText(rebuilt.start, rebuilt.start + cut.length, rate)}</b>
        <span className={styles.muted}>{useWords[use]}</span>
        {threshold !== null && (
          <span className={isFlagged ? styles.anomalous : styles.muted}>
            {isFlagged ? t`flagged` : t`not flagged`}
          </span>
        )}
      </p>
      {score !== undefined && <p>{t`Score ${{ score: scoreText(score) }}`}</p>}
      <p className={styles.muted}>{worstText(worst.error, rebuilt.start + worst.point, rate)}</p>
    </div>
  );
}
