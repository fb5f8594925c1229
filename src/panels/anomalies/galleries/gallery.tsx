// One gallery: a row of samples, what the network makes of them, and the errors, each column a button.
import { t } from '@lingui/core/macro';
import { useMemo, type CSSProperties } from 'react';
import { countText } from '../../../core/number-text';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleWords } from '../../../core/samples/words/sample-words';
import type { Examples } from '../../../session/anomalies/anomaly-state';
import { SampleRow } from '../../../ui/sample/sample-row';
import { shortScoreText } from '../words';
import { columnsOf } from './example-columns';
import styles from './galleries.module.css';
import type { GalleryId, Picks } from './gallery-picks';
import { emptyText, galleryWords, pickText } from './words';

interface GalleryProps {
  id: GalleryId;
  info: DatasetInfo;
  picks: Picks;
  /** Of every test sample. */
  scores: Float32Array;
  hasThreshold: boolean;
  /** Null until they have been asked for. */
  examples: Examples | null;
  /** Columns, of which the last may stay empty. */
  places: number;
  picked: number | null;
  onHover: (index: number | null) => void;
  onPick: (index: number) => void;
}

export function Gallery({
  id,
  info,
  picks,
  scores,
  hasThreshold,
  examples,
  places,
  picked,
  onHover,
  onPick,
}: GalleryProps) {
  const { title, meaning } = galleryWords[id];
  const { one } = sampleWords(info.kind);
  const columns = useMemo(() => columnsOf(examples, picks.indices, places), [examples, picks, places]);
  const isRanking = id === 'most' || id === 'least';
  return (
    <section className={styles.gallery} aria-label={title} style={{ '--columns': places } as CSSProperties}>
      <h3 className={styles.title}>
        <span>{title}</span>
        <span className={styles.meaning}>
          {isRanking ? meaning : `${countText(picks.count)} · ${meaning}`}
        </span>
      </h3>
      {picks.indices.length === 0 ? (
        <p className={styles.none}>{emptyText(id, hasThreshold)}</p>
      ) : (
        <div className={styles.rows} onPointerLeave={() => onHover(null)}>
          <SampleRow label={t`${title}: samples`} info={info} values={columns.samples} columns={places} />
          <SampleRow
            label={t`${title}: rebuilt`}
            info={info}
            values={columns.reconstructions}
            reference={columns.samples}
            columns={places}
          />
          <SampleRow
            label={t`${title}: errors`}
            info={info}
            values={columns.errors}
            columns={places}
            tone="error"
          />
          <div className={styles.scores} aria-hidden="true">
            {Array.from(picks.indices, (index) => (
              <span key={index}>{shortScoreText(scores[index] ?? NaN)}</span>
            ))}
          </div>
          <div className={styles.picks}>
            {Array.from(picks.indices, (index, place) => (
              <button
                key={index}
                type="button"
                className={styles.pick}
                aria-label={pickText(title, place, one, index)}
                aria-pressed={picked === index}
                onPointerEnter={({ pointerType }) => pointerType !== 'touch' && onHover(index)}
                onFocus={() => onHover(index)}
                onBlur={() => onHover(null)}
                onClick={() => onPick(index)}
              />
            ))}
          </div>
        </div>
      )}
    </section>
  );
}
