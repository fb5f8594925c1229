// The flagged stretches of all recordings, the highest score first; each is a button that zooms to it.
import type { Stretch } from '../../../core/anomaly/along/stretches';
import type { Along } from '../../../session/hooks/anomalies/use-along';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { shortScoreText } from '../words';
import styles from './along.module.css';
import { choiceText, moreText, placeText, useWords } from './words';

/** Stretches in the list; the file has all. */
const shown = 50;

interface StretchListProps {
  along: Along;
  /** The first point of the window that is shown. */
  chosen: { readonly recording: number; readonly start: number } | null;
  onChoose: (stretch: Stretch) => void;
}

export function StretchList({ along: { cut, stretches, threshold }, chosen, onChoose }: StretchListProps) {
  const { rate, recordings } = cut.windows;
  if (stretches.length === 0)
    return (
      <div className={styles.empty}>
        <Placeholder>
          {threshold === null
            ? 'Flagged stretches are listed here once there is a threshold.'
            : 'No window scores above the threshold.'}
        </Placeholder>
      </div>
    );
  const more = moreText(stretches.length, shown);
  const isMany = recordings.length > 1;
  return (
    <div>
      <div className={styles.scrolling} tabIndex={0} role="group" aria-label="Flagged stretches">
        <table className={styles.table} aria-label="Flagged stretches">
          <thead>
            <tr>
              <th scope="col">Rank</th>
              {isMany && <th scope="col">Recording</th>}
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">Part</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {stretches.slice(0, shown).map((stretch, place) => {
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
