// How much of a lesson was done.
import type { Lesson } from '../../catalog/lessons/lesson';
import { progressOf } from '../../session/lessons/lesson-records';
import { useLessonRecord } from '../../session/hooks/lessons/use-lessons';
import styles from './lessons.module.css';
import { sheetTexts, shareText } from './words';

export function LessonProgress({ lesson }: { lesson: Lesson }) {
  const share = progressOf(lesson, useLessonRecord(lesson.id));
  return (
    <output aria-label={sheetTexts.progress} data-value={share} className={styles.progress}>
      <span className="visually-hidden">{shareText(share)}</span>
      <span className={styles.bar} style={{ width: `${100 * share}%` }} />
    </output>
  );
}
