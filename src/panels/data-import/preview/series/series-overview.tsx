// The recordings from end to end, thinned, with the windows that they are cut into: those that are trained on, the gap, and those that
// test.
import { memo } from 'react';
import type { SeriesPreview } from '../../../../core/import/series-import';
import type { Recording } from '../../../../core/samples/series/series-windows';
import styles from './series-overview.module.css';
import { TraceCanvas } from './trace-canvas';
import { cutText, moreText, recordingText, seriesTexts } from './words';

export const SeriesOverview = memo(function SeriesOverview({ series }: { series: SeriesPreview }) {
  const { windows, traces } = series;
  const rest = windows.recordings.length - traces.length;
  if (traces.length === 0) return null;
  return (
    <section className={styles.overview} aria-label={seriesTexts.title}>
      <p className={styles.cut}>{cutText(series)}</p>
      <ul className={styles.recordings}>
        {traces.map((trace) => {
          const recording = windows.recordings[trace.recording];
          if (!recording) return null;
          const text = recordingText(recording, windows.rate);
          return (
            <li key={trace.recording}>
              <div className={styles.name}>
                <span title={recording.name}>{recording.name}</span>
                <span className={styles.facts}>{text}</span>
              </div>
              <TraceCanvas label={`${recording.name}: ${text}`} trace={trace} channels={series.channels} />
              <WindowMarks recording={recording} series={series} />
            </li>
          );
        })}
      </ul>
      {rest > 0 && <p className={styles.cut}>{moreText(rest)}</p>}
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.trainKey}>{seriesTexts.train}</span>
        <span className={styles.testKey}>{seriesTexts.test}</span>
      </p>
    </section>
  );
});

/** Below the line: a bar over the points of the windows of each split, and the first window by itself. */
function WindowMarks({ recording, series }: { recording: Recording; series: SeriesPreview }) {
  const { windowLength, windows } = series;
  const share = (points: number) => `${(100 * points) / recording.length}%`;
  return (
    <div className={styles.marks} aria-hidden="true">
      {(['train', 'test'] as const).map((part) => {
        const { count, start } = recording[part];
        if (count === 0) return null;
        const end = start + (count - 1) * windows.stride + windowLength;
        return (
          <span key={part} className={styles[part]} style={{ left: share(start), width: share(end - start) }}>
            <span className={styles.window} style={{ width: `${(100 * windowLength) / (end - start)}%` }} />
          </span>
        );
      })}
    </div>
  );
}
