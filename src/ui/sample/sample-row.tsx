// A row of samples as tiles with gaps. It is one canvas, as the contract of names wants it; the gaps and round corners are a
// mask over it, which hides about a twentieth at the left and right of each sample, and nothing above or below.
import { useMemo, type CSSProperties } from 'react';
import { classNames } from '../class-names';
import { sampleLook } from './looks';
import { SampleCanvas } from './canvas/sample-canvas';
import type { SamplePictureProps } from './sample-picture';
import styles from './sample.module.css';
import { signalText } from './signal/signal-text';

interface SampleRowProps extends SamplePictureProps {
  /** How many samples `values` holds, one after the other. */
  columns: number;
  /** Index of the sample that is shown elsewhere. */
  picked?: number | null | undefined;
  /** Makes every sample a button. */
  onPick?: ((column: number) => void) | undefined;
  /** Names the button of a column. */
  pickLabel?: ((column: number) => string) | undefined;
}

export function SampleRow(props: SampleRowProps) {
  const {
    label,
    info,
    values,
    columns,
    aspect,
    tone = 'ink',
    reference,
    gain,
    picked = null,
    onPick,
    pickLabel,
    className,
  } = props;
  const { shape } = info;
  const look = useMemo(() => sampleLook(shape), [shape]);
  const description = useMemo(
    () => signalText({ info, values, tone, reference }),
    [info, values, tone, reference],
  );
  return (
    <div
      className={classNames(styles.row, aspect !== undefined && aspect > 1.6 && styles.wide, className)}
      style={{ '--columns': columns } as CSSProperties}
    >
      <SampleCanvas
        {...{ label, description, look, shape, values, columns, aspect, tone, reference, gain }}
        rows={1}
        className={styles.tiles}
      />
      {onPick && (
        <div className={styles.picks}>
          {Array.from({ length: columns }, (_, column) => (
            <button
              key={column}
              type="button"
              className={styles.pick}
              aria-label={pickLabel?.(column) ?? `${label}: ${column + 1}`}
              aria-pressed={picked === column}
              onClick={() => onPick(column)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
