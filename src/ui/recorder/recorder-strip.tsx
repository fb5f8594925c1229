// A recording under way or just made: how loud, how long, and what can be done with it.
import { Check, Square, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { TransportButton } from '../controls/buttons/buttons';
import { ReadOut } from '../controls/read-out/read-out';
import styles from './recorder-strip.module.css';
import { recorderTexts, secondsText } from './words';

interface RecorderStripProps {
  /** Null while the browser asks the person. */
  seconds: number | null;
  /** In decibels below full scale, 0 the loudest; null when nothing is being recorded. */
  level: number | null;
  /** What a made recording is good for; null while one is being made. */
  onUse: (() => void) | null;
  onStop: () => void;
  onDiscard: () => void;
}

/** The quietest level that the meter shows. */
const quietest = -60;

export function RecorderStrip({ seconds, level, onUse, onStop, onDiscard }: RecorderStripProps) {
  const strip = useRef<HTMLDivElement>(null);
  const stage = seconds === null ? 'asking' : onUse === null ? 'recording' : 'recorded';
  // The button that was pressed is gone; the next one takes its place.
  useEffect(() => strip.current?.querySelector('button')?.focus({ preventScroll: true }), [stage]);
  return (
    <div ref={strip} className={styles.strip} role="group" aria-label={recorderTexts.recording}>
      {seconds === null ? (
        <p className={styles.asking} role="status">
          {recorderTexts.asking}
        </p>
      ) : (
        <ReadOut name={recorderTexts.length} exact={seconds} className={styles.length}>
          {secondsText(seconds)}
        </ReadOut>
      )}
      {level !== null && <LevelMeter level={level} />}
      <div className={styles.buttons}>
        {stage === 'recording' && (
          <TransportButton label={recorderTexts.stop} icon={Square} look="primary" onClick={onStop} />
        )}
        {onUse !== null && (
          <TransportButton label={recorderTexts.use} icon={Check} look="primary" onClick={onUse} />
        )}
        <TransportButton label={recorderTexts.discard} icon={Trash2} onClick={onDiscard} />
      </div>
    </div>
  );
}

function LevelMeter({ level }: { level: number }) {
  const shown = Math.min(0, Math.max(quietest, level));
  return (
    <div
      className={styles.meter}
      role="meter"
      aria-label={recorderTexts.level}
      aria-valuemin={quietest}
      aria-valuemax={0}
      aria-valuenow={Math.round(shown)}
      aria-valuetext={`${Math.round(shown)} dB`}
    >
      <span className={styles.bar} style={{ transform: `scaleX(${1 - shown / quietest})` }} />
    </div>
  );
}
