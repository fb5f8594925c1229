// The dialog `Export`, in a chunk of its own.
import { useStore } from 'zustand';
import { exportStore } from '../../session/run-files/exchange/export-store';
import { lazyPart } from '../../ui/boundary/lazy-part';

const LazyExportDialog = lazyPart<{ run: string }>({
  name: 'Export',
  load: async () => (await import('./export-dialog')).ExportDialog,
  isDialog: true,
});

export function RunExport() {
  const run = useStore(exportStore, (state) => state.run);
  return run === null ? null : <LazyExportDialog key={run} run={run} />;
}
