// One sample by itself. Under the pointer it tells its values in the data's own units.
import { useMemo, useState, type PointerEvent } from 'react';
import { createPortal } from 'react-dom';
import { singleLook } from './looks';
import { SampleCanvas } from './canvas/sample-canvas';
import type { SampleInfo, SampleLook, SampleValues, Tone } from './sample-look';
import styles from './sample.module.css';
import { signalText } from './signal/signal-text';
import { placeText } from './words';

export interface SamplePictureProps {
  /** Accessible name, exactly. */
  label: string;
  info: SampleInfo;
  /** `shape`, flat. Give a new array when the picture changes; an empty one shows nothing yet. */
  values: SampleValues;
  tone?: Tone | undefined;
  /** What the sample is compared with: behind it, where the kind has room for both. */
  reference?: SampleValues | undefined;
  /** Of errors, in place of the look's own. */
  gain?: number | undefined;
  /** Width over height, where the kind leaves it open. */
  aspect?: number | undefined;
  className?: string | undefined;
}

export function SamplePicture({
  label,
  info,
  values,
  tone = 'ink',
  reference,
  gain,
  aspect,
  className,
}: SamplePictureProps) {
  const { shape } = info;
  const look = useMemo(() => singleLook(shape), [shape]);
  const [pointer, setPointer] = useState<Pointed | null>(null);
  const description = useMemo(
    () => signalText({ info, values, tone, reference }),
    [info, values, tone, reference],
  );
  const text = pointer && placeText(pointer.place, values, tone, info);
  return (
    <>
      <SampleCanvas
        {...{ label, description, look, shape, values, tone, reference, gain, aspect, className }}
        columns={1}
        rows={1}
        onPointerMove={(event) => setPointer(pointedAt(event, look))}
        onPointerLeave={() => setPointer(null)}
      />
      {pointer &&
        text !== null &&
        // Outside of all containers: in one, `fixed` would be fixed to the container.
        createPortal(
          <span className={styles.value} style={{ left: pointer.left, top: pointer.top }} aria-hidden="true">
            {text}
          </span>,
          document.body,
        )}
    </>
  );
}

interface Pointed {
  readonly place: ReturnType<SampleLook['at']>;
  /** In the window. */
  readonly left: number;
  readonly top: number;
}

/** Null for a finger, which covers what it points at. */
function pointedAt(event: PointerEvent, look: SampleLook): Pointed | null {
  if (event.pointerType === 'touch') return null;
  const box = event.currentTarget.getBoundingClientRect();
  const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  return { place: look.at(x, y), left: event.clientX, top: event.clientY };
}
