// The lessons of the page, for components.
import { useStore } from 'zustand';
import type { Lessons, LessonsState } from '../../lessons/lessons';
import { newRecord, type LessonRecord } from '../../lessons/lesson-records';
import { openLessonStore, type OpenLesson } from '../../lessons/open-lesson';
import { lessonsOf } from '../../lessons/page-lessons';
import { useSession } from '../session-context';

export function useLessons(): Lessons {
  return lessonsOf(useSession());
}

export function useLessonsState<T>(select: (state: LessonsState) => T): T {
  return useStore(useLessons().store, select);
}

/** What was done of a lesson. */
export function useLessonRecord(id: string): LessonRecord {
  return useLessonsState(({ records }) => records[id] ?? newRecord);
}

/** The lesson that is open in this tab; null: none. */
export function useOpenLesson(): OpenLesson | null {
  return useStore(openLessonStore, ({ open }) => open);
}
