// Learn: the list of lessons, or the lesson that the address names, to be read.
import { useSyncExternalStore, type ReactNode } from 'react';
import { lessonOf } from '../../catalog/lessons/registry';
import { LessonList } from './list/lesson-list';
import { LessonPage } from './lesson-page';

/** @param belowList what the start page shows besides the lessons */
export function Learn({ belowList }: { belowList: ReactNode }) {
  const id = useSyncExternalStore(followAddress, addressedLesson);
  const lesson = lessonOf(id);
  if (lesson !== null) return <LessonPage key={id} lesson={lesson} />;
  return <LessonList isUnknown={id !== '' && id !== 'lessons'} below={belowList} />;
}

function addressedLesson(): string {
  return location.hash.split('/')[1] ?? '';
}

function followAddress(onChange: () => void): () => void {
  // History navigation fires hashchange or popstate, not always both.
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}
