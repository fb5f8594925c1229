// Code quality: how well the code separates the classes, compared with PCA of the same size and raw pixels, and how
// trustworthy the maps are.
import { t } from '@lingui/core/macro';
import type { CodeQuality as Quality } from '../../core/analysis-api';
import { failureText } from '../../session/engine/notices/words';
import { analysisProgressText } from '../../session/analysis/words';
import { hasClasses } from '../../core/samples/dataset-info';
import { valuesWord } from '../../core/samples/words/sample-words';
import { countText, fixedText, percentText } from '../../core/number-text';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { codeViews } from '../../session/explore/code-views';
import { judged } from '../../session/analysis/quality';
import { useQuality } from '../../session/hooks/analysis/use-quality';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { ProgressTrack } from '../../ui/controls/progress/progress-track';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import styles from './code-quality.module.css';
import { needsLabelsText, tieTexts, whenText } from './words';

export function CodeQuality() {
  const info = useDataset();
  if (info && !hasClasses(info)) return <p className={styles.words}>{needsLabelsText}</p>;
  return <Measurement />;
}

function Measurement() {
  const { measure, cancel } = useSession().analysis.quality;
  useInViewEffect(useLookAt(codeViews));
  const words = useSampleWords();
  const { many } = words;
  const hasCodes = useWhileInView(useRunStore(), (run) => run.testCodes !== null);
  const progress = useQuality((state) => state.progress);
  const failure = useQuality((state) => state.failure);
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        {progress === null ? (
          <TextButton look="plain" disabled={!hasCodes} onClick={measure}>{t`Measure`}</TextButton>
        ) : (
          <div className={styles.progress}>
            <span>{analysisProgressText(progress, words)}</span>
            <ProgressTrack
              label={t`Measuring the code`}
              share={progress.share}
              text={percentText(progress.share)}
            />
            <TextButton look="plain" onClick={cancel}>{t`Cancel`}</TextButton>
          </div>
        )}
        <p className={styles.words}>
          {t`How well the classes can still be told apart from the code alone: those of up to ${{ test: countText(judged.test) }} test ${many}, predicted from the codes of up to ${{ train: countText(judged.train) }} training ${many}. The network never saw a class.`}
        </p>
        {failure !== null && (
          <p role="alert" className={styles.words}>
            {t`Not measured: ${{ failure: failureText(failure) }}`}
          </p>
        )}
      </div>
      <Results />
    </div>
  );
}

const rows = [
  { id: 'code', name: t`The code` },
  { id: 'pca', name: t`PCA with as many numbers` },
  { id: 'pixels', name: null },
] as const;

function Results() {
  const measured = useQuality((state) => state.measured);
  const runId = useWhileInView(useRunStore(), (run) => run.runId);
  const step = useWhileInView(useRunStore(), (run) => run.step);
  const words = useSampleWords();
  if (measured === null) return <p className={styles.words}>{t`Nothing has been measured yet.`}</p>;
  const { quality } = measured;
  return (
    <div className={styles.results}>
      <Table quality={quality} />
      {tieTexts(quality, words).map((text) => (
        <p key={text} className={styles.words}>
          {text}
        </p>
      ))}
      <p className={styles.words}>{whenText(measured, { runId, step })}</p>
    </div>
  );
}

function Table({ quality }: { quality: Quality }) {
  const info = useDataset();
  const values = info ? valuesWord(info.shape) : 'values';
  const accuracy = (share: number | undefined) => (share === undefined ? '—' : percentText(share, 1));
  const trust = (id: 'code' | 'pca') => {
    const value = quality.trustworthiness[id];
    return value === null ? '—' : fixedText(value, 3);
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`Predicted from`}</th>
          <th scope="col">{t`${{ neighbours: quality.neighbours }} nearest neighbours`}</th>
          <th scope="col">{t`linear probe`}</th>
          <th scope="col">{t`trustworthiness of the map`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name ?? t`The ${values}`}</th>
            <td data-value={quality[id]?.knn}>{accuracy(quality[id]?.knn)}</td>
            <td data-value={quality[id]?.probe}>{accuracy(quality[id]?.probe)}</td>
            <td data-value={(id !== 'pixels' && quality.trustworthiness[id]) || undefined}>
              {id === 'pixels' ? '—' : trust(id)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
