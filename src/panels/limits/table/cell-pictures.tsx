// The pictures behind a cell: samples of the tested set, what the network makes of them, what PCA does.
import { t } from '@lingui/core/macro';
import type { DatasetId } from '../../../core/experiment/dataset-id';
import { countText, lossText } from '../../../core/number-text';
import { sampleSize } from '../../../core/samples/samples';
import { SampleRow } from '../../../ui/sample/sample-row';
import { texts } from '../words';
import { cellSentence, conversionText } from './cell-words';
import type { PlacedCell } from './table-rows';
import styles from './table.module.css';

interface CellPicturesProps {
  placed: PlacedCell | null;
  name: (id: DatasetId) => string;
}

export function CellPictures({ placed, name }: CellPicturesProps) {
  if (placed === null || 'failure' in placed.cell)
    return (
      <div className={styles.pictures}>
        <p className={styles.note}>{texts.noPictures}</p>
      </div>
    );
  const { row, column, of, cell } = placed;
  const names = { trainedOn: name(row), testedOn: name(column), isSame: row === column };
  const { shape } = of;
  const count = cell.originals.length / sampleSize(shape);
  const pictures = [
    [texts.rowOriginal, cell.originals, null],
    [texts.rowNetwork, cell.rebuilt, cell.mse],
    [texts.rowPca, cell.pcaRebuilt, cell.pcaMse],
  ] as const;
  return (
    <section className={styles.pictures} aria-label={texts.behindTitle}>
      <h3>{t`Trained on ${{ trainedOn: names.trainedOn }}, tested on ${{ testedOn: names.testedOn }}`}</h3>
      {pictures.map(([label, values, mse]) => (
        <div key={label} className={styles.pictureRow}>
          <span className={styles.pictureName}>
            <b>{label}</b>
            {mse !== null && <span>{lossText(mse)}</span>}
          </span>
          <SampleRow label={t`${label} behind`} info={{ shape }} values={values} columns={count} />
        </div>
      ))}
      <p>{cellSentence(cell, of, names)}</p>
      <p className={styles.note}>
        {[
          t`${{ count: countText(cell.count) }} test samples; weights of step ${{ step: countText(cell.step) }}; the mean image’s error is ${{ meanMse: lossText(cell.meanMse) }}.`,
          conversionText(cell.ownShape, shape),
        ]
          .filter((part) => part !== null)
          .join(' ')}
      </p>
    </section>
  );
}
