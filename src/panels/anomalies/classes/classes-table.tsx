// The scores of every class, those that are hardest to find first, and what they teach.
import { t } from '@lingui/core/macro';
import { Lightbulb } from 'lucide-react';
import { useMemo } from 'react';
import type { ClassScores } from '../../../core/anomaly/curves/detection';
import { isCodeScore } from '../../../core/anomaly/score-kind';
import { countText, percentText } from '../../../core/number-text';
import { useAnomalies } from '../../../session/hooks/anomalies/use-anomalies';
import { useDataset } from '../../../session/hooks/datasets/use-dataset';
import { Card } from '../../../ui/controls/card/card';
import { Placeholder } from '../../../ui/placeholder/placeholder';
import { baselineWords, rateText, scoreText } from '../words';
import styles from './classes-table.module.css';
import { lessonOf, lessonText } from './lesson';
import { isHighest, rivalAurocs, tableRivals, type RivalAurocs } from './rivals';

const noNames: readonly string[] = [];
/** Short: they stand beside five other columns. */
const rivalHeads = { nearest: t`Nearest`, pca: 'PCA' } as const;

export function ClassesTable() {
  const byClass = useAnomalies((state) => state.byClass);
  const names = useDataset()?.classNames ?? noNames;
  const rivals = useRivals();
  const hasRivals = rivals !== null && rivals.size > 0;
  const sorted = [...byClass].sort(
    (a, b) => Number(a.isNormal) - Number(b.isNormal) || (a.auroc ?? 1) - (b.auroc ?? 1) || a.label - b.label,
  );
  return (
    <Card
      title={t`Classes`}
      explanation={t`How well each anomalous class is told apart from the normal ones.`}
      term="auroc"
      subtitle={t`the hardest to find first`}
    >
      <LessonCard classes={byClass} names={names} />
      {sorted.length === 0 ? (
        <div className={styles.empty}>
          <Placeholder>{t`The scores of each class appear here, where there are classes.`}</Placeholder>
        </div>
      ) : (
        <div className={styles.scrolling} tabIndex={0} role="group" aria-label={t`Scores of each class`}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t`Class`}</th>
                <th scope="col">{t`Samples`}</th>
                <th scope="col">{t`Mean score`}</th>
                <th scope="col">{t`Flagged`}</th>
                <th scope="col">AUROC</th>
                {hasRivals &&
                  tableRivals.map((id) => (
                    <th
                      key={id}
                      scope="col"
                      title={t`AUROC of ${{ inSentence: baselineWords[id].inSentence }}`}
                    >
                      {rivalHeads[id]}
                    </th>
                  ))}
              </tr>
            </thead>
            <tbody>
              {sorted.map((one) => (
                <ClassRow
                  key={one.label}
                  scores={one}
                  name={names[one.label] ?? String(one.label)}
                  rivals={hasRivals ? (rivals.get(one.label) ?? null) : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** Null before the test samples have been scored. */
function useRivals() {
  const baselines = useAnomalies((state) => state.baselines.scores);
  const labels = useAnomalies((state) => state.network?.labels ?? null);
  const isNormal = useAnomalies((state) => state.isNormal);
  return useMemo(
    () => (labels === null || isNormal === null ? null : rivalAurocs(baselines, labels, isNormal)),
    [baselines, labels, isNormal],
  );
}

interface ClassRowProps {
  scores: ClassScores;
  name: string;
  /** Undefined: no method beside the network has scores yet. */
  rivals: RivalAurocs | null | undefined;
}

function ClassRow({ scores, name, rivals }: ClassRowProps) {
  const { isNormal, count, meanScore, auroc, flaggedShare } = scores;
  const all = [auroc, ...tableRivals.map((id) => rivals?.[id] ?? null)];
  return (
    <tr data-normal={isNormal}>
      <th scope="row">{name}</th>
      <td data-value={count}>{countText(count)}</td>
      <td data-value={meanScore}>{scoreText(meanScore)}</td>
      <td data-value={flaggedShare ?? undefined}>
        {flaggedShare === null ? '—' : percentText(flaggedShare)}
      </td>
      <td
        data-value={auroc ?? undefined}
        data-highest={rivals !== undefined && isHighest(auroc, all)}
        className={auroc !== null && auroc < 0.5 ? styles.worse : undefined}
      >
        {isNormal ? <span className={styles.normal}>{t`normal`}</span> : <AurocBar auroc={auroc} />}
      </td>
      {rivals !== undefined &&
        tableRivals.map((id) => (
          <td
            key={id}
            className={styles.rival}
            data-value={rivals?.[id] ?? undefined}
            data-highest={!isNormal && isHighest(rivals?.[id] ?? null, all)}
          >
            {isNormal ? '' : rateText(rivals?.[id] ?? null)}
          </td>
        ))}
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
