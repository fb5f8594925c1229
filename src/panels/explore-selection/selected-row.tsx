// The first few selected images. A click picks one as the starting point of other panels.
import { t } from '@lingui/core/macro';
import { countText } from '../../core/number-text';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleWords } from '../../core/samples/words/sample-words';
import { sampleSize } from '../../core/samples/samples';
import { useSession } from '../../session/hooks/session-context';
import { usePointed } from '../../session/hooks/explore/use-pointed';
import { SampleRow } from '../../ui/sample/sample-row';
import styles from './explore-selection.module.css';

const perRow = 12;

interface SelectedRowProps {
  indices: Uint32Array;
  /** `[n, D]`, pixels in [0, 1], for the first `n` of `indices`. */
  images: Float32Array;
  info: DatasetInfo;
}

export function SelectedRow({ indices, images, info }: SelectedRowProps) {
  const { pick } = useSession().pointing;
  const picked = usePointed((pointed) => pointed.picked);
  const { one, many } = sampleWords(info.kind);
  const pixels = sampleSize(info.shape);
  const count = images.length / pixels;
  return (
    <div className={styles.rows}>
      {Array.from({ length: Math.ceil(count / perRow) }, (_, row) => {
        const places = indices.slice(row * perRow, Math.min(count, (row + 1) * perRow));
        return (
          <SampleRow
            key={row}
            label={t`Selected ${many}`}
            info={info}
            values={images.subarray(row * perRow * pixels, (row + 1) * perRow * pixels)}
            columns={perRow}
            picked={picked === null ? null : places.indexOf(picked)}
            onPick={(column) => pick(places[column] ?? null)}
            pickLabel={(column) => t`Pick test ${one} ${{ place: countText(places[column] ?? 0) }}`}
          />
        );
      })}
    </div>
  );
}
