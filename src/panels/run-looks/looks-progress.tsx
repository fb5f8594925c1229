// Which network is being loaded, of how many, and what has gone wrong.
import { t } from '@lingui/core/macro';
import { megabytesText } from '../../core/number-text';
import { useLooks, useRunLooks } from '../../session/hooks/run-looks/use-run-looks';
import { Notice } from '../../ui/controls/notice/notice';
import { ProgressTrack } from '../../ui/controls/progress/progress-track';
import type { RunNumbers } from './numbered-run';
import { numberedName } from './numbered-run';
import styles from './run-looks.module.css';
import { missingText, texts } from './words';

interface LooksProgressProps {
  numbers: RunNumbers;
  /** Runs that are not kept any longer. */
  missing: number;
}

export function LooksProgress({ numbers, missing }: LooksProgressProps) {
  const { retry } = useRunLooks();
  const progress = useLooks((state) => state.progress);
  const hasFailed = useLooks(({ groups }) =>
    groups.some(
      ({ failure, pcaFailure, runs }) =>
        failure !== null || pcaFailure !== null || runs.some(({ problem }) => problem !== null),
    ),
  );
  const name = useLooks(({ groups }) => {
    const entry = groups.flatMap(({ runs }) => runs).find((look) => look.entry.id === progress?.id)?.entry;
    return entry && numberedName(entry, numbers);
  });
  return (
    <>
      {missing > 0 && <Notice kind="warning" message={missingText(missing)} />}
      {hasFailed && progress === null && (
        <Notice kind="warning" message={texts.failed} action={{ label: texts.retry, onClick: retry }} />
      )}
      <div className={styles.progress} role="status">
        {progress && (
          <>
            <span>{t`Loading ${{ place: progress.place }} of ${{ count: progress.count }}: ${{ name: name ?? '' }}`}</span>
            {progress.data && progress.data.loadedBytes < progress.data.totalBytes && (
              <span className={styles.quiet}>
                {t`${{ loadedBytes: megabytesText(progress.data.loadedBytes) }} of ${{ totalBytes: megabytesText(progress.data.totalBytes) }} MB of data`}
              </span>
            )}
          </>
        )}
      </div>
      <div className={styles.track}>
        {progress && (
          <ProgressTrack
            label={texts.loading}
            share={(progress.place - 1) / progress.count}
            text={t`${{ place: progress.place }} of ${{ count: progress.count }}`}
          />
        )}
      </div>
    </>
  );
}
