// What was finished in this browser, for a teacher: with the dates, to copy, to print, and to forget.
import { useId, useState } from 'react';
import { lessons } from '../../../catalog/lessons/registry';
import { newRecord, type LessonRecord } from '../../../session/lessons/lesson-records';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { useLessons, useLessonsState } from '../../../session/hooks/lessons/use-lessons';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import styles from '../lessons.module.css';
import { dateText, reportTexts, stepsDoneText } from '../words';

interface Row {
  readonly lesson: Lesson;
  readonly when: string;
  readonly steps: string;
}

export function FinishedReport() {
  const id = useId();
  const room = useLessons();
  const records = useLessonsState((state) => state.records);
  const [said, setSaid] = useState('');
  const [isSure, setSure] = useState(false);
  const rows = lessons.flatMap((lesson) => rowOf(lesson, records[lesson.id] ?? newRecord));

  async function copy(): Promise<void> {
    const lines = [
      [reportTexts.lesson, reportTexts.when, reportTexts.steps],
      ...rows.map(({ lesson, when, steps }) => [lesson.title, when, steps]),
    ];
    const text = lines.map((line) => line.join('\t')).join('\n');
    setSaid(await navigator.clipboard.writeText(text).then(copied, notCopied));
  }

  return (
    <section aria-labelledby={id} className={styles.page}>
      <h2 id={id}>{reportTexts.title}</h2>
      {rows.length === 0 ? (
        <p className={styles.intro}>{reportTexts.none}</p>
      ) : (
        <table className={styles.report}>
          <thead>
            <tr>
              <th scope="col">{reportTexts.lesson}</th>
              <th scope="col">{reportTexts.when}</th>
              <th scope="col">{reportTexts.steps}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lesson, when, steps }) => (
              <tr key={lesson.id}>
                <th scope="row">{lesson.title}</th>
                <td>{when}</td>
                <td>{steps}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.starts}>
        {rows.length > 0 && (
          <>
            <TextButton look="plain" onClick={() => void copy()}>
              {reportTexts.copy}
            </TextButton>
            <TextButton look="plain" onClick={() => print()}>
              {reportTexts.print}
            </TextButton>
          </>
        )}
        {Object.keys(records).length > 0 && !isSure && (
          <TextButton onClick={() => setSure(true)}>{reportTexts.forget}</TextButton>
        )}
        {isSure && (
          <span role="group" aria-label={reportTexts.forgetSure} className={styles.starts}>
            <span>{reportTexts.forgetSure}</span>
            <TextButton
              look="plain"
              onClick={() => {
                room.forgetAll();
                setSure(false);
              }}
            >
              {reportTexts.forget}
            </TextButton>
            <TextButton onClick={() => setSure(false)}>{reportTexts.keep}</TextButton>
          </span>
        )}
        <span role="status">{said}</span>
      </div>
    </section>
  );
}

const copied = () => reportTexts.copied;
const notCopied = () => reportTexts.notCopied;

/** None for a lesson that was not read to its end. */
function rowOf(lesson: Lesson, { endedAt, outcomes }: LessonRecord): readonly Row[] {
  if (endedAt === null) return [];
  const tasks = lesson.steps.filter(({ kind }) => kind === 'do');
  const done = tasks.filter(({ id }) => outcomes[id] === 'self').length;
  return [{ lesson, when: dateText(endedAt), steps: stepsDoneText(done, tasks.length) }];
}
