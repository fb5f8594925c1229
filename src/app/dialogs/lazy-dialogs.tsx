// Where dialogs that several places open appear, and the note of a teacher's link.
import { t } from '@lingui/core/macro';
import { useStore } from 'zustand';
import { openedDialogStore } from '../../session/page/opened-dialog';
import { useSharedLink } from '../../session/hooks/shared-link/use-part';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { lazyComponent } from '../../ui/lazy/lazy-component';

const LazyDialogs = lazyPart({
  name: t`The dialog`,
  load: async () => (await import('./dialogs')).Dialogs,
  isDialog: true,
});

const LazyNote = lazyComponent(
  async () => (await import('../../panels/shared-note/shared-note')).SharedNote,
  null,
  () => null,
);

export function OpenDialog() {
  const opened = useStore(openedDialogStore, (state) => state.opened);
  return opened && <LazyDialogs opened={opened} />;
}

export function TeacherNote() {
  const shared = useSharedLink();
  return shared && <LazyNote shared={shared} />;
}
