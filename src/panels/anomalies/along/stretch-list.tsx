// The flagged stretches of all recordings, the highest score first, or the highest windows where nothing is flagged; each is a
// button that zooms to it.
import { t } from '@lingui/core/macro';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { Along } from '../../../session/hooks/anomalies/use-along';
import { shortScoreText } from '../words';
import styles from './along.module.css';
import { choiceText, highestText, moreText, placeText, useWords } from './words';

/** Stretches in the list; the file has all. */
const shown = 50;

interface StretchListProps {
  along: Along;
  /** The first point of the window that is shown. */
  chosen: { readonly recording: number; readonly start: number } | null;
  onChoose: (stretch: Stretch) => void;
}

export function StretchList({ along, chosen, onChoose }: StretchListProps) {
  const { cut, stretches, highest, threshold } = along;
  const { rate, recordings } = cut.windows;
  const isFlagged = stretches.length > 0;
  const listed = isFlagged ? stretches : highest;
  const label = isFlagged ? t`Flagged stretches` : t`Highest scores`;
  const more = moreText(listed.length, shown);
  const isMany = recordings.length > 1;
  return (
    <div>
      {!isFlagged && <p className={styles.lead}>{highestText(threshold)}</p>}
      <div className={styles.scrolling} tabIndex={0} role="group" aria-label={label}>
        <table className={styles.table} aria-label={label} data-export="omit">
          <thead>
            <tr>
              <th scope="col">{t`Rank`}</th>
              {isMany && <th scope="col">{t`Recording`}</th>}
              <th scope="col">{t`From`}</th>
              <th scope="col">{t({ message: 'To', context: 'range' })}</th>
              <th scope="col">{t`Part`}</th>
              <th scope="col">{t`Score`}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, shown).map((stretch, place) => {
              const { recording, from, to, use, score } = stretch;
              const isChosen =
                chosen?.recording === recording && chosen.start >= from && chosen.start + cut.length <= to;
              return (
                <tr key={`${recording} ${use} ${from}`} data-chosen={isChosen} data-use={use}>
                  <th scope="row">
                    <button
                      type="button"
                      className={styles.pick}
                      aria-pressed={isChosen}
                      aria-label={choiceText(stretch, place + 1, rate)}
                      onClick={() => onChoose(stretch)}
                    >
                      {place + 1}
                    </button>
                  </th>
                  {isMany && <td>{recordings[recording]?.name}</td>}
                  <td data-value={from}>{placeText(from, rate)}</td>
                  <td data-value={to}>{placeText(to, rate)}</td>
                  <td>{useWords[use]}</td>
                  <td data-value={score}>{shortScoreText(score)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {more !== null && <p className={styles.note}>{more}</p>}
    </div>
  );
}
