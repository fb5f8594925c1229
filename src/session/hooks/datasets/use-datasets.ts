// The person's own data sets, for components.
import { useStore } from 'zustand';
import type { DatasetsState } from '../../datasets/datasets';
import { useSession } from '../session-context';

export function useDatasets<T>(select: (state: DatasetsState) => T): T {
  return useStore(useSession().datasets.store, select);
}
