// How far the data set has arrived, and what could not be had.
import { datasets } from '../../catalog/datasets/registry';
import { countText } from '../../core/number-text';
import { retryData } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { Notice } from '../../ui/controls/notice';
import { ProgressBar } from '../../ui/controls/progress-bar';
import styles from './data-status.module.css';

/** A bar in megabytes while shards arrive, then what there is. The same height either way. */
export function DataArrival() {
  const data = useRun((run) => run.data);
  const facts = useRun((run) => run.facts);
  const isHere = data !== null && data.loadedBytes >= data.totalBytes;
  const trains = data && data.trainTotal > 0 ? data.trainTotal : (facts?.trainCount ?? 0);
  return (
    <div className={styles.arrival}>
      {isHere && facts ? (
        <p className={styles.counts}>
          {countText(facts.trainCount)} to train on, {countText(facts.testCount)} to test
        </p>
      ) : (
        <ProgressBar
          label={
            data && trains > 0
              ? `${countText(data.trainReady)} of ${countText(trains)} training images`
              : 'Loading the data set'
          }
          loadedBytes={data?.loadedBytes ?? 0}
          totalBytes={data?.totalBytes ?? null}
        />
      )}
    </div>
  );
}

/** One notice for all shards that could not be had, with a button that fetches them again. */
export function FailedShards() {
  const failed = useRun((run) => run.failedShards);
  const dataset = useExperiment((experiment) => experiment.dataset);
  if (failed.length === 0) return null;
  const shards = failed.map(({ shard }) => shard);
  const reasons = [...new Set(failed.map(({ message }) => message))];
  return (
    <Notice
      kind="error"
      message={`A part of ${datasets[dataset].label} could not be loaded: ${shards.join(', ')}.`}
      detail={reasons.join(' ')}
      action={{ label: 'Retry', onClick: retryData }}
    />
  );
}
