// The end of a lesson: what was done, and where to go from here.
import { lessons } from '../../../catalog/lessons/registry';
import type { Lesson } from '../../../catalog/lessons/lesson';
import { isFinished } from '../../../session/lessons/lesson-records';
import { useLessonRecord, useLessons } from '../../../session/hooks/lessons/use-lessons';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { endTexts, listTexts, nextLessonText, notCountedText, sheetTexts } from '../words';
import { useHeadingFocus } from './use-heading-focus';
import styles from './lesson-sheet.module.css';

export function LessonEnd({ lesson }: { lesson: Lesson }) {
  const room = useLessons();
  const heading = useHeadingFocus();
  const record = useLessonRecord(lesson.id);
  const next = lessons[lessons.indexOf(lesson) + 1];
  const missed = lesson.steps.filter(
    ({ kind, id }) => kind === 'do' && record.outcomes[id] !== 'self',
  ).length;
  return (
    <>
      <div className={styles.body} data-lesson-step>
        <h3 ref={heading} tabIndex={-1} className={styles.stepTitle}>
          {endTexts.title}
        </h3>
        <p role="status">{isFinished(lesson, record) ? endTexts.finished : notCountedText(missed)}</p>
        <div className={styles.ends}>
          {next && (
            <TextButton look="plain" onClick={() => void room.open(next.id)}>
              {nextLessonText(next.title)}
            </TextButton>
          )}
          <TextButton
            look="plain"
            explanation={endTexts.restoreExplanation}
            onClick={() => void room.leave()}
          >
            {endTexts.restore}
          </TextButton>
          <TextButton look="plain" explanation={endTexts.keepExplanation} onClick={room.keepNetwork}>
            {endTexts.keep}
          </TextButton>
          <a href="#learn">{listTexts.all}</a>
        </div>
      </div>
      <footer className={styles.foot} data-lesson-step>
        <TextButton onClick={room.back}>{sheetTexts.back}</TextButton>
      </footer>
    </>
  );
}
