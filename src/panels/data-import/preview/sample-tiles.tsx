// Samples spread over the data, each with its class.
import { useMemo } from 'react';
import type { ImportPreview } from '../../../core/import/import-api';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleSize } from '../../../core/samples/samples';
import { classNames } from '../../../ui/class-names';
import { SamplePicture } from '../../../ui/sample/sample-picture';
import { sampleName } from '../words';
import styles from './sample-tiles.module.css';

export function SampleTiles({ preview }: { preview: ImportPreview }) {
  const { samples, labels, shape, classes, valueRange } = preview;
  const tiles = useMemo(() => {
    const size = sampleSize(shape);
    return Array.from({ length: Math.floor(samples.length / size) }, (_, at) => ({
      values: samples.subarray(at * size, (at + 1) * size),
      className: classes?.[labels[at] ?? 0]?.name ?? null,
    }));
  }, [samples, labels, shape, classes]);
  const info = useMemo(() => ({ shape, valueRange }), [shape, valueRange]);
  return (
    <ul
      className={classNames(styles.tiles, sampleKind(shape) === 'signal' && styles.lines)}
      aria-label="Samples of the data"
    >
      {tiles.map(({ values, className }, at) => (
        <li key={at}>
          <SamplePicture label={sampleName(at, className)} info={info} values={values} />
          {className !== null && (
            <span className={styles.name} aria-hidden="true" title={className}>
              {className}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
