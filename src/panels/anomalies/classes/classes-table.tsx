// The scores of every class, those that are hardest to find first, and what they teach.
import { Lightbulb } from 'lucide-react';
import type { ClassScores } from '../../../core/anomaly/curves/detection';
import { isCodeScore } from '../../../core/anomaly/score-kind';
import { countText, percentText } from '../../../core/number-text';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { rateText, scoreText } from '../words';
import styles from './classes-table.module.css';
import { lessonOf, lessonText } from './lesson';

const noNames: readonly string[] = [];

export function ClassesTable() {
  const byClass = useAnomalies((state) => state.byClass);
  const names = useDataset()?.classNames ?? noNames;
  const sorted = [...byClass].sort(
    (a, b) => Number(a.isNormal) - Number(b.isNormal) || (a.auroc ?? 1) - (b.auroc ?? 1) || a.label - b.label,
  );
  return (
    <Card title="Classes" subtitle="the hardest to find first">
      <LessonCard classes={byClass} names={names} />
      {sorted.length === 0 ? (
        <div className={styles.empty}>
          <Placeholder>The scores of each class appear here, where there are classes.</Placeholder>
        </div>
      ) : (
        <div className={styles.scrolling} tabIndex={0} role="group" aria-label="Scores of each class">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Class</th>
                <th scope="col">Samples</th>
                <th scope="col">Mean score</th>
                <th scope="col">Flagged</th>
                <th scope="col">AUROC</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((one) => (
                <ClassRow key={one.label} scores={one} name={names[one.label] ?? String(one.label)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function ClassRow({ scores, name }: { scores: ClassScores; name: string }) {
  const { isNormal, count, meanScore, auroc, flaggedShare } = scores;
  return (
    <tr data-normal={isNormal}>
      <th scope="row">{name}</th>
      <td>{countText(count)}</td>
      <td data-value={meanScore}>{scoreText(meanScore)}</td>
      <td>{flaggedShare === null ? '—' : percentText(flaggedShare)}</td>
      <td
        data-value={auroc ?? undefined}
        className={auroc !== null && auroc < 0.5 ? styles.worse : undefined}
      >
        {isNormal ? <span className={styles.normal}>normal</span> : <AurocBar auroc={auroc} />}
      </td>
    </tr>
  );
}

function AurocBar({ auroc }: { auroc: number | null }) {
  return (
    <span className={styles.auroc}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${100 * (auroc ?? 0)}%` }} />
      </span>
      <span>{rateText(auroc)}</span>
    </span>
  );
}

function LessonCard({ classes, names }: { classes: readonly ClassScores[]; names: readonly string[] }) {
  const codeSize = useAnomalies(({ network }) => network?.codeSize ?? 0);
  const isOfCode = useAnomalies(({ network }) => network !== null && isCodeScore(network.kind));
  const isTrained = useAnomalies(({ network }) => network !== null && network.step > 0);
  const lesson = isTrained ? lessonOf(classes) : null;
  // Of a score of the code, nothing follows for what is rebuilt.
  if (lesson === null || (isOfCode && lesson.code !== 'all-found')) return null;
  return (
    <p className={styles.lesson} role="note">
      <Lightbulb size={15} aria-hidden="true" />
      <span>{lessonText(lesson, names[lesson.label] ?? String(lesson.label), codeSize)}</span>
    </p>
  );
}
