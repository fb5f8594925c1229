// Which lesson is open in this tab, and what the person had before. It outlives a reload, as the run of the tab does, and comes with
// the first script: everything else of lessons loads when one is opened.
import { createStore } from 'zustand/vanilla';
import type { Experiment } from '../../core/experiment/experiment';
import { isObject } from '../../core/plain/is-object';
import type { RunId } from '../../core/run/stamp';

export interface OpenLesson {
  readonly id: string;
  readonly isFolded: boolean;
  /** Null: nothing is to be restored. */
  readonly before: HadBefore | null;
}

/** What the person had when the first of several lessons was opened. */
export interface HadBefore {
  readonly experiment: Experiment;
  /** A kept run; null where it had not been trained. */
  readonly runId: RunId | null;
  /** Of the address. */
  readonly hash: string;
}

const noteKey = 'hourglass-open-lesson';

export const openLessonStore = createStore<{ readonly open: OpenLesson | null }>()(() => ({
  open: readNote(),
}));

export function setOpenLesson(open: OpenLesson | null): void {
  openLessonStore.setState({ open });
  try {
    if (open === null) sessionStorage.removeItem(noteKey);
    else sessionStorage.setItem(noteKey, JSON.stringify(open));
  } catch {
    // A browser that keeps nothing: the lesson is open until the page is reloaded.
  }
}

function readNote(): OpenLesson | null {
  try {
    const note: unknown = JSON.parse(sessionStorage.getItem(noteKey) ?? 'null');
    if (!isObject(note) || typeof note['id'] !== 'string') return null;
    const { before } = note;
    const isWhole = isObject(before) && isObject(before['experiment']) && typeof before['hash'] === 'string';
    return {
      id: note['id'],
      isFolded: note['isFolded'] === true,
      before: isWhole ? (before as unknown as HadBefore) : null,
    };
  } catch {
    return null;
  }
}
