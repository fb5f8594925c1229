// Download progress of the data set, and the shards that failed to load.
import { t } from '@lingui/core/macro';
import { isOwn } from '../../core/experiment/dataset-id';
import { countText } from '../../core/number-text';
import { datasetName, ownName } from '../../session/datasets/datasets';
import { dataFailuresText, missingTexts } from '../../session/datasets/words';
import { lacksDataset } from '../../session/main-run/missing-data';
import { useDatasets } from '../../session/hooks/datasets/use-datasets';
import { useSession } from '../../session/hooks/session-context';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useRun } from '../../session/hooks/use-run';
import { Notice } from '../../ui/controls/notice/notice';
import { ProgressBar } from '../../ui/controls/progress/progress-bar';
import styles from './data-status.module.css';
import { countsText } from './words';

/** A progress bar in megabytes while shards arrive, then a summary. Both have the same height. */
export function DataArrival() {
  const data = useRun((run) => run.data);
  const facts = useRun((run) => run.facts);
  const isMissing = useRun(lacksDataset);
  const isFiltered = useExperiment(({ classes }) => classes.length > 0);
  const isHere = data !== null && data.loadedBytes >= data.totalBytes;
  const trains = data && data.trainTotal > 0 ? data.trainTotal : (facts?.dataset.trainCount ?? 0);
  return (
    <div className={styles.arrival}>
      {isMissing ? (
        <p className={styles.counts}>{missingTexts.arrival}</p>
      ) : isHere && facts ? (
        <p className={styles.counts}>{countsText(facts, isFiltered)}</p>
      ) : (
        <ProgressBar
          label={
            data && trains > 0
              ? t`${{ trainReady: countText(data.trainReady) }} of ${{ trains: countText(trains) }} training samples`
              : t`Loading the data set`
          }
          loadedBytes={data?.loadedBytes ?? 0}
          totalBytes={data?.totalBytes ?? null}
        />
      )}
    </div>
  );
}

/** One notice for all shards that failed to load, with a button that fetches them again. */
export function FailedShards() {
  const { run, importing } = useSession();
  const failed = useRun((run) => run.failedShards);
  const dataset = useExperiment((experiment) => experiment.dataset);
  const isMissing = useRun(lacksDataset);
  const name = useDatasets((state) => datasetName(state, dataset));
  const linkedName = useDatasets((state) => ownName(state, dataset));
  if (isMissing && isOwn(dataset)) {
    return (
      <Notice
        kind="warning"
        message={missingTexts.needed(linkedName, dataset)}
        action={{ label: missingTexts.add, onClick: importing.show }}
      />
    );
  }
  if (failed.length === 0) return null;
  const shards = failed.map(({ shard }) => shard).join(', ');
  return (
    <Notice
      kind="error"
      message={t`A part of ${name} could not be loaded: ${shards}.`}
      detail={dataFailuresText(failed.map(({ message }) => message))}
      action={{ label: t`Retry`, onClick: run.retryData }}
    />
  );
}
