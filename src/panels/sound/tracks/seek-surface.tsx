// Around the pictures of a version: a press or a drag sets the place, and the cursor shows it. By keyboard there is the ruler.
import { useRef, type PointerEvent, type ReactNode } from 'react';
import { useSound, useSoundRoom } from '../../../session/hooks/sound/use-sound';
import { soundRateHz } from '../../../core/sound/rate';
import { classNames } from '../../../ui/class-names';
import styles from './track.module.css';

/** Between two jumps of a drag, so that one hears where it is. */
const dragEveryMs = 60;

interface SeekSurfaceProps {
  /** Without the line of the cursor. */
  isBare?: boolean;
  className?: string | undefined;
  children?: ReactNode;
}

export function SeekSurface({ isBare = false, className, children }: SeekSurfaceProps) {
  const { player } = useSoundRoom();
  const duration = useSound(({ versions }) => (versions.noisy?.length ?? 0) / soundRateHz);
  const latest = useRef(0);

  function seek(event: PointerEvent<HTMLDivElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    player.seek((duration * (event.clientX - left)) / width);
    latest.current = event.timeStamp;
  }

  return (
    <div
      className={classNames(styles.seek, className)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => {
        const isDrag = event.currentTarget.hasPointerCapture(event.pointerId);
        if (isDrag && event.timeStamp - latest.current > dragEveryMs) seek(event);
      }}
      onPointerUp={seek}
    >
      {children}
      {!isBare && <span className={styles.cursor} />}
    </div>
  );
}
