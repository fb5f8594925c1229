// Where dialogs that several places open appear, the open lesson, and the note of a teacher's link.
import { t } from '@lingui/core/macro';
import { useStore } from 'zustand';
import { openLessonStore } from '../../session/lessons/open-lesson';
import { openedDialogStore } from '../../session/page/opened-dialog';
import { useSharedLink } from '../../session/hooks/shared-link/use-part';
import { useShown } from '../navigation/navigation';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { lazyComponent } from '../../ui/lazy/lazy-component';

const LazyDialogs = lazyPart({
  name: t`The dialog`,
  load: async () => (await import('./dialogs')).Dialogs,
  isDialog: true,
});

const LazyLesson = lazyComponent(
  async () => (await import('../../panels/lessons/sheet/lesson-sheet')).LessonSheet,
  null,
  () => null,
);

const LazyNote = lazyComponent(
  async () => (await import('../../panels/shared-note/shared-note')).SharedNote,
  null,
  () => null,
);

export function OpenDialog() {
  const opened = useStore(openedDialogStore, (state) => state.opened);
  return opened && <LazyDialogs opened={opened} />;
}

/** The lesson that is open, beside every workspace but Learn, which shows it itself. */
export function OpenLessonSheet() {
  const isOpen = useStore(openLessonStore, ({ open }) => open !== null);
  const { workspace, subView } = useShown();
  const place = subView ? `${workspace.id}/${subView.id}` : workspace.id;
  return isOpen && workspace.id !== 'learn' ? <LazyLesson place={place} /> : null;
}

export function TeacherNote() {
  const shared = useSharedLink();
  return shared && <LazyNote shared={shared} />;
}
