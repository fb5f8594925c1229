// The lessons of the page: made once for its session, with the browser's own storage and address.
import { goToView } from '../page/address/go-to-view';
import type { Session } from '../session';
import type { LessonPorts } from './lesson-ports';
import { createLessons, type Lessons } from './lessons';

const made = new WeakMap<Session, Lessons>();

export function lessonsOf(session: Session): Lessons {
  const known = made.get(session) ?? createLessons(session, browserPage());
  made.set(session, known);
  return known;
}

function browserPage(): LessonPorts {
  return {
    storage: storageOf(),
    hash: () => location.hash,
    goTo: goToView,
    onHash(listener) {
      addEventListener('hashchange', listener);
      addEventListener('popstate', listener);
      return () => {
        removeEventListener('hashchange', listener);
        removeEventListener('popstate', listener);
      };
    },
  };
}

/** Null where the browser denies it: asking for it alone throws there. */
function storageOf(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
