// Samples spread over the data, each with its class. They are drawn some at a time: all at once would hold the page for several
// frames, just when the preview comes.
import { t } from '@lingui/core/macro';
import { memo, useEffect, useMemo, useState } from 'react';
import type { ImportPreview } from '../../../core/import/import-api';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { classNames } from '../../../ui/class-names';
import { singleLook } from '../../../ui/sample/looks';
import { SamplePicture, type SamplePictureProps } from '../../../ui/sample/sample-picture';
import { sampleName } from '../words';
import styles from './sample-tiles.module.css';

const tilesPerFrame = 4;

export const SampleTiles = memo(function SampleTiles({ preview }: { preview: ImportPreview }) {
  const { samples, labels, shape, classes, valueRange, placeRanges } = preview;
  const tiles = useMemo(() => {
    const size = sampleSize(shape);
    return Array.from({ length: Math.floor(samples.length / size) }, (_, at) => ({
      values: samples.subarray(at * size, (at + 1) * size),
      className: classes?.[labels[at] ?? 0]?.name ?? null,
    }));
  }, [samples, labels, shape, classes]);
  const info = useMemo(() => ({ shape, valueRange, placeRanges }), [shape, valueRange, placeRanges]);
  const drawn = useCountedUp(tiles.length);
  return (
    <ul
      className={classNames(styles.tiles, sampleKind(shape) === 'signal' && styles.lines)}
      aria-label={t`Samples of the data`}
    >
      {tiles.map(({ values, className }, at) => (
        <li key={at}>
          <Tile label={sampleName(at, className)} info={info} values={at < drawn ? values : null} />
          {className !== null && (
            <span className={styles.name} aria-hidden="true" title={className}>
              {className}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
});

interface TileProps extends Pick<SamplePictureProps, 'label' | 'info'> {
  /** Null: the place is kept. */
  values: Float32Array | null;
}

const Tile = memo(function Tile({ label, info, values }: TileProps) {
  const { width, height } = singleLook(info.shape);
  if (values === null)
    return <div className={styles.place} style={{ aspectRatio: `${width} / ${height}` }} />;
  return <SamplePicture label={label} info={info} values={values} className={styles.picture} />;
});

/** Grows to `count`, a few with each frame. */
function useCountedUp(count: number): number {
  const [reached, setReached] = useState(0);
  useEffect(() => {
    if (reached >= count) return;
    const frame = requestAnimationFrame(() => setReached(reached + tilesPerFrame));
    return () => cancelAnimationFrame(frame);
  }, [reached, count]);
  return reached;
}
