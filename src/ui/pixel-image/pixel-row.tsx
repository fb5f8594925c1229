// A row of images as tiles with gaps. It is one canvas, as the contract of names wants it; the gaps and round corners are a
// mask over it, which hides about one pixel at the left and right of each image, and none above or below.
import type { CSSProperties } from 'react';
import { classNames } from '../class-names';
import { PixelImage } from './pixel-image';
import type { PixelImageProps } from './pixel-image';
import styles from './pixel-image.module.css';

interface PixelRowProps extends PixelImageProps {
  columns: number;
  /** Index of the image that is shown elsewhere. */
  picked?: number | null | undefined;
  /** Makes every image a button. */
  onPick?: ((column: number) => void) | undefined;
  /** Names the button of a column. */
  pickLabel?: ((column: number) => string) | undefined;
}

const defaultPickLabel = (column: number) => `Show image ${column + 1} in the diagram`;

export function PixelRow(props: PixelRowProps) {
  const { picked = null, onPick, pickLabel = defaultPickLabel, className, ...image } = props;
  return (
    <div
      className={classNames(styles.row, className)}
      style={{ '--columns': image.columns } as CSSProperties}
    >
      <PixelImage {...image} className={styles.tiles} />
      {onPick && (
        <div className={styles.picks}>
          {Array.from({ length: image.columns }, (_, column) => (
            <button
              key={column}
              type="button"
              className={styles.pick}
              aria-label={pickLabel(column)}
              aria-pressed={picked === column}
              onClick={() => onPick(column)}
            />
          ))}
        </div>
      )}
    </div>
  );
}
