// What the files would become under the choices: facts, samples, classes, and what is unusual.
import type { PreviewStage } from '../../../session/importing/importing';
import { classNames } from '../../../ui/class-names';
import { ProblemAlert } from '../problems/problem-alert';
import { RecordingsAlert } from '../problems/recordings-alert';
import { ReadingProgress } from '../reading-progress';
import { Choices } from './choices/choices';
import { ClassCounts } from './class-counts';
import { Facts } from './facts';
import styles from './preview.module.css';
import { Remarks } from './remarks';
import { SampleTiles } from './sample-tiles';
import { SeriesOverview } from './series/series-overview';

type PreviewProps = Pick<PreviewStage, 'preview' | 'choices' | 'isStale' | 'problem'> &
  Partial<Pick<PreviewStage, 'progress'>>;

export function Preview({ preview, choices, isStale, progress = null, problem }: PreviewProps) {
  return (
    <div className={styles.preview}>
      <div className={styles.results}>
        {problem !== null && <ProblemAlert problem={problem} />}
        <RecordingsAlert leftOut={preview.leftOut} />
        {isStale && progress !== null && <ReadingProgress progress={progress} />}
        <div
          className={classNames(styles.shown, (isStale || problem !== null) && styles.stale)}
          aria-busy={isStale}
        >
          <Facts preview={preview} />
          {preview.series !== null && <SeriesOverview series={preview.series} />}
          <SampleTiles preview={preview} />
          {preview.classes !== null && <ClassCounts classes={preview.classes} />}
          <Remarks preview={preview} />
        </div>
      </div>
      <Choices preview={preview} choices={choices} />
    </div>
  );
}
