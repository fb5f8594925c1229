// The dialog and what the page does with files, in chunks of their own.
import { t } from '@lingui/core/macro';
import { useImporting } from '../../session/hooks/importing/use-importing';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { lazyComponent } from '../../ui/lazy/lazy-component';

const LazyImportDialog = lazyPart({
  name: t`Add data`,
  load: async () => (await import('./import-dialog')).ImportDialog,
  isDialog: true,
});

// Without it files can still be chosen in the dialog.
const LazyFileArrival = lazyComponent(
  async () => (await import('./arrival/file-arrival')).FileArrival,
  null,
  () => null,
);

export function DataImport() {
  const isOpen = useImporting((state) => state.isOpen);
  return (
    <>
      <LazyFileArrival />
      {isOpen && <LazyImportDialog />}
    </>
  );
}
