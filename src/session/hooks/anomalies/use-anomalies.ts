// The anomaly workspace, for components.
import { useStore } from 'zustand';
import type { AnomaliesState } from '../../anomalies/anomaly-state';
import type { Anomalies } from '../../anomalies/actions';
import { createAnomalies } from '../../anomalies/anomalies';
import { useSession } from '../session-context';

/** A part of its state; the component renders again when that part is another object or value. */
export function useAnomalies<T>(select: (state: AnomaliesState) => T): T {
  return useStore(useAnomalyActions().store, select);
}

export function useAnomalyActions(): Anomalies {
  return useSession().applications.open(createAnomalies);
}
