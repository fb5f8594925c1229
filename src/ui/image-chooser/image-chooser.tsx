// Chooses an image to start from: one of a few that are shown, one at random, or the drawing.
import { t } from '@lingui/core/macro';
import { Dices, Pencil } from 'lucide-react';
import { useMemo } from 'react';
import { sampleKind } from '../../core/samples/sample-kind';
import { sampleSize } from '../../core/samples/samples';
import { TextButton } from '../controls/buttons/buttons';
import type { SampleInfo } from '../sample/sample-look';
import { SampleRow } from '../sample/sample-row';
import styles from './image-chooser.module.css';

interface ImageChooserProps {
  /** Says what is chosen: accessible name of the group, and visible. */
  label: string;
  /** `[columns, height, width, channels]`, pixels in [0, 1]. */
  images: Float32Array;
  columns: number;
  info: SampleInfo;
  /** What one of them is called: `image`. */
  noun: string;
  /** Which of them is chosen; null: another image. */
  picked: number | null;
  onPick: (column: number) => void;
  onRandom: () => void;
  /** Left out where there is nothing on the pad. */
  onDrawing?: (() => void) | undefined;
}

export function ImageChooser(props: ImageChooserProps) {
  const { label, images, info, noun, picked, onPick, onRandom, onDrawing } = props;
  // A line needs more width to be read.
  const columns = sampleKind(info.shape) === 'signal' ? Math.ceil(props.columns / 2) : props.columns;
  const values = useMemo(
    () => images.subarray(0, columns * sampleSize(info.shape)),
    [images, columns, info.shape],
  );
  return (
    <div role="group" aria-label={label} className={styles.chooser}>
      <div className={styles.head}>
        <span className={styles.label}>{label}</span>
        <TextButton
          icon={Dices}
          label={t`${label}: a random test ${noun}`}
          onClick={onRandom}
        >{t`Random`}</TextButton>
        {onDrawing && (
          <TextButton
            icon={Pencil}
            label={t`${label}: your drawing`}
            onClick={onDrawing}
          >{t`Drawing`}</TextButton>
        )}
      </div>
      <SampleRow
        label={t`Choices for ${label}`}
        values={values}
        columns={columns}
        info={info}
        picked={picked}
        onPick={onPick}
        pickLabel={(column) => `${label}: ${noun} ${column + 1}`}
      />
    </div>
  );
}
