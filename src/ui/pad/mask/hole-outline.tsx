// A thin line around the hole, over a picture of the sample that fills the same box.
import { useMemo } from 'react';
import type { Mask } from '../../../core/inpainting/mask';
import type { SampleShape } from '../../../core/samples/samples';
import { holeOutline, maskFrame, type MaskFrame } from './mask-frame';
import styles from './mask-pad.module.css';

export function HoleOutline({ mask, shape }: { mask: Mask; shape: SampleShape }) {
  const frame = useMemo(() => maskFrame(shape), [shape]);
  const path = useMemo(() => holeOutline(mask, frame), [mask, frame]);
  if (path === null) return null;
  return (
    <svg {...overlayOf(frame)}>
      <path d={path} className={styles.outlineBack} />
      <path d={path} className={styles.outline} />
    </svg>
  );
}

/** What an overlay needs to lie over the picture. */
export function overlayOf({ left, width, height }: MaskFrame) {
  return {
    className: styles.overlay,
    viewBox: `${left} 0 ${width} ${height}`,
    preserveAspectRatio: 'none',
    'aria-hidden': true,
  } as const;
}
