// The dialog `Export`, in a chunk of its own.
import { t } from '@lingui/core/macro';
import { useExportedRun } from '../../session/hooks/archive/use-exported-run';
import { lazyPart } from '../../ui/boundary/lazy-part';

const LazyExportDialog = lazyPart<{ run: string }>({
  name: t`Export`,
  load: async () => (await import('./export-dialog')).ExportDialog,
  isDialog: true,
});

export function RunExport() {
  const run = useExportedRun();
  return run === null ? null : <LazyExportDialog key={run} run={run} />;
}
