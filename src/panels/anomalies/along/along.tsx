// A long recording with the score of every window, for data that was cut from recordings: where it is odd, as marks on the time
// axis and as a list. It needs no classes.
import { t } from '@lingui/core/macro';
import { useState } from 'react';
import type { Stretch } from '../../../core/anomaly/along/stretches';
import { percentileThreshold } from '../../../core/anomaly/threshold';
import { stretchTable, windowTable } from '../../../session/anomalies/along/series-tables';
import { useAlong, type Along } from '../../../session/hooks/anomalies/use-along';
import { useAnomalies, useAnomalyActions } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { Card } from '../../../ui/controls/card/card';
import { Select } from '../../../ui/controls/fields/select';
import { Exports } from '../../../ui/export/offers';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { around, wholeSeries, type SeriesView } from '../../../ui/series/series-view';
import styles from './along.module.css';
import { Track } from './track';
import { heldOutOddText, lengthText, stretchesText, thresholdText, topText } from './words';

export function AlongRecording() {
  const along = useAlong(useDataset());
  return along === null ? (
    <Card title={t`Along the recording`} term="anomaly-score">
      <Placeholder>{t`The scores of every window appear here.`}</Placeholder>
    </Card>
  ) : (
    // Another data set begins anew.
    <Recordings key={along.info.id} along={along} />
  );
}

function Recordings({ along }: { along: Along }) {
  const { cut, stretches, highest, windows, threshold, top } = along;
  const { recordings, rate } = cut.windows;
  const baselines = useAnomalies((state) => state.baselines.scores);
  const [index, setIndex] = useState(() => (stretches[0] ?? highest[0])?.recording ?? 0);
  const [view, setView] = useState<SeriesView | null>(null);
  /** The first point of the window that is shown; null: that of the highest stretch. */
  const [start, setStart] = useState<number | null>(null);
  const recording = recordings[index] ?? recordings[0];
  if (recording === undefined) return null;
  const names = recordings.map(({ name }) => name);

  function open(recordingIndex: number) {
    setIndex(recordingIndex);
    setView(null);
    setStart(null);
  }

  function choose({ recording: of, from, to, peak }: Stretch) {
    const { length } = recordings[of] ?? { length: 1 };
    setIndex(of);
    setStart(peak);
    setView(around({ from, to }, 6 * cut.length, length));
  }

  return (
    <Card
      title={t`Along the recording`}
      term="anomaly-score"
      subtitle={`${recording.name} · ${lengthText(recording.length, rate)} · ${stretchesText(stretches.length)}`}
    >
      <Exports
        offer={() => ({ name: t`Scores`, table: () => windowTable(cut, windows, threshold, baselines) })}
      />
      <Exports
        offer={() =>
          stretches.length === 0 ? null : { name: t`Stretches`, table: () => stretchTable(cut, stretches) }
        }
      />
      {recordings.length > 1 && (
        <Select
          label={t`Recording`}
          look="row"
          value={String(index)}
          options={names.map((label, value) => ({ value: String(value), label }))}
          onChange={(value) => open(Number(value))}
        />
      )}
      <Track
        along={along}
        index={index}
        view={view ?? wholeSeries(recording.length)}
        start={start}
        onView={setView}
        onStart={setStart}
        onChoose={choose}
      />
      <p className={styles.top}>{topText(top, names, rate, cut.length)}</p>
      <Source along={along} />
      <OddHeldOut along={along} />
    </Card>
  );
}

function Source({ along: { threshold, network } }: { along: Along }) {
  const isChosen = useAnomalies((state) => state.thresholdOrigin === 'chosen');
  return <p className={styles.note}>{thresholdText(threshold, isChosen, network.validation?.length ?? 0)}</p>;
}

/** A fault in what is held out hides itself: the threshold comes from there. */
function OddHeldOut({ along: { usualHeldOut } }: { along: Along }) {
  const { setThreshold } = useAnomalyActions();
  const isChosen = useAnomalies((state) => state.thresholdOrigin === 'chosen');
  const percentile = useAnomalies((state) => state.percentile);
  if (usualHeldOut === null) return null;
  return (
    <div className={styles.warning} role="note">
      <p>{heldOutOddText(isChosen)}</p>
      {!isChosen && (
        <TextButton
          explanation={t`The same percentile of the other held-out windows`}
          onClick={() => setThreshold(percentileThreshold(usualHeldOut, percentile))}
        >{t`Set the threshold without them`}</TextButton>
      )}
    </div>
  );
}
