// The first of the selected images; each can be picked, to start from it.
import { countText } from '../../core/number-text';
import { pickImage } from '../../session/pointed-actions';
import { usePointed } from '../../session/pointed-store';
import { PixelRow } from '../../ui/pixel-image/pixel-row';
import styles from './explore-selection.module.css';

const perRow = 12;

interface SelectedRowProps {
  indices: Uint32Array;
  /** `[n, D]`, pixels in [0, 1], of the first `n` of `indices`. */
  images: Float32Array;
  size: { height: number; width: number; channels: number };
}

export function SelectedRow({ indices, images, size }: SelectedRowProps) {
  const picked = usePointed((pointed) => pointed.picked);
  const pixels = size.height * size.width * size.channels;
  const count = images.length / pixels;
  return (
    <div className={styles.rows}>
      {Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
        const places = indices.slice(row * perRow, Math.min(count, (row + 1) * perRow));
        return (
          <PixelRow
            key={row}
            label="Selected images"
            values={images.subarray(row * perRow * pixels, (row + 1) * perRow * pixels)}
            columns={perRow}
            {...size}
            picked={picked === null ? null : places.indexOf(picked)}
            onPick={(column) => pickImage(places[column] ?? null)}
            pickLabel={(column) => `Pick test image ${countText(places[column] ?? 0)}`}
          />
        );
      })}
    </div>
  );
}
