// Which run the dialog `Export` is open for; null while it is closed.
import { useStore } from 'zustand';
import type { RunId } from '../../../core/run/stamp';
import { exportStore } from '../../run-files/exchange/export-store';

export function useExportedRun(): RunId | null {
  return useStore(exportStore, ({ run }) => run);
}
