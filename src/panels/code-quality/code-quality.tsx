// How much of the classes is left in the code, beside PCA of the same size and the pixels; and how far the maps can be
// trusted.
import type { CodeQuality as Quality } from '../../core/analysis-api';
import { countText, percentText } from '../../core/number-text';
import { lookAtCodes } from '../../session/look-at-codes';
import { cancelQuality, judged, measureQuality } from '../../session/quality-actions';
import { useQuality } from '../../session/quality-store';
import { runStore } from '../../session/run-store';
import { TextButton } from '../../ui/controls/buttons';
import { ProgressTrack } from '../../ui/controls/progress-track';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import styles from './code-quality.module.css';
import { whenText } from './quality-words';

export function CodeQuality() {
  useInViewEffect(lookAtCodes);
  const hasCodes = useWhileInView(runStore, (run) => run.testCodes !== null);
  const progress = useQuality((state) => state.progress);
  const failure = useQuality((state) => state.failure);
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        {progress === null ? (
          <TextButton look="plain" disabled={!hasCodes} onClick={() => void measureQuality()}>
            Measure
          </TextButton>
        ) : (
          <div className={styles.progress}>
            <span>
              {progress.message}: {percentText(progress.share)}
            </span>
            <ProgressTrack
              label="Measuring the code"
              share={progress.share}
              text={percentText(progress.share)}
            />
            <TextButton look="plain" onClick={cancelQuality}>
              Cancel
            </TextButton>
          </div>
        )}
        <p className={styles.words}>
          How many digits (or drawings) can still be told from the code alone: the classes of{' '}
          {countText(judged.test)} test images, told from the codes of {countText(judged.train)} training
          images. The network never saw a class.
        </p>
        {failure !== null && (
          <p role="alert" className={styles.words}>
            Not measured: {failure}
          </p>
        )}
      </div>
      <Results />
    </div>
  );
}

const rows = [
  { id: 'code', name: 'The code' },
  { id: 'pca', name: 'PCA, as many numbers' },
  { id: 'pixels', name: 'The pixels' },
] as const;

function Results() {
  const measured = useQuality((state) => state.measured);
  const runId = useWhileInView(runStore, (run) => run.runId);
  const step = useWhileInView(runStore, (run) => run.step);
  if (measured === null) return <p className={styles.words}>Nothing has been measured yet.</p>;
  const { quality } = measured;
  return (
    <div className={styles.results}>
      <Table quality={quality} />
      <p className={styles.words}>{whenText(measured, { runId, step })}</p>
    </div>
  );
}

function Table({ quality }: { quality: Quality }) {
  const accuracy = (share: number) => `${(100 * share).toFixed(1)} %`;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Told from</th>
          <th scope="col">{quality.neighbours} nearest neighbours</th>
          <th scope="col">linear probe</th>
          <th scope="col">trustworthiness of the map</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-value={quality[id].knn}>{accuracy(quality[id].knn)}</td>
            <td data-value={quality[id].probe}>{accuracy(quality[id].probe)}</td>
            <td>{id === 'pixels' ? '—' : quality.trustworthiness[id].toFixed(3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
