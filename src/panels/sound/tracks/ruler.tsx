// The seconds under the pictures: a slider with the place as its handle, for pointer and keyboard.
import { t } from '@lingui/core/macro';
import type { KeyboardEvent } from 'react';
import { soundRateHz } from '../../../core/sound/rate';
import { fixedText, numberText } from '../../../core/number-text';
import { usePosition } from '../../../session/hooks/sound/use-position';
import { useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { secondsText } from '../words';
import { rulerTicks } from './ruler-ticks';
import { SeekSurface } from './seek-surface';
import styles from './ruler.module.css';

const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -0.1,
  ArrowDown: -0.1,
  ArrowRight: 0.1,
  ArrowUp: 0.1,
  PageDown: -1,
  PageUp: 1,
  Home: -Infinity,
  End: Infinity,
};

export function Ruler() {
  const { player } = useSoundRoom();
  const duration = useSound(({ versions }) => (versions.noisy?.length ?? 0) / soundRateHz);
  const position = Math.min(duration, usePosition(0.1));

  function onKeyDown(event: KeyboardEvent) {
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 * move : move;
    player.seek(Math.min(duration, Math.max(0, player.position() + by)));
  }

  return (
    <div className={styles.ruler}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t`Position`}
        aria-valuemin={0}
        aria-valuemax={duration}
        aria-valuenow={position}
        aria-valuetext={t`${{ position: fixedText(position, 1) }} of ${{ duration: fixedText(duration, 1) }} seconds`}
        className={styles.track}
        onKeyDown={onKeyDown}
      >
        {rulerTicks(duration).map((seconds) => (
          <span key={seconds} className={styles.tick} style={{ left: `${(100 * seconds) / duration}%` }}>
            {seconds === 0 ? '0 s' : numberText(seconds)}
          </span>
        ))}
        <span className={styles.handle} />
        <SeekSurface isBare className={styles.surface} />
      </div>
    </div>
  );
}

/** `1.20 s of 4.00 s` */
export function Time() {
  const duration = useSound(({ versions }) => (versions.noisy?.length ?? 0) / soundRateHz);
  const position = usePosition(0.05);
  return (
    <span className={styles.time}>
      <span>{secondsText(Math.min(duration, position))}</span>
      <span className={styles.of}>{t`of ${{ duration: secondsText(duration) }}`}</span>
    </span>
  );
}
