// What is on the drawing pad as the candidate of the anomaly workspace, while a component is mounted.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../session-context';
import { useRun } from '../use-run';
import { useSelection } from '../use-selection';
import { useAnomalyActions } from './use-anomalies';

/** The engine brings a drawing into the data's form; the candidate is what comes back. */
export function useDrawnCandidate(): void {
  const { drawing } = useSession();
  const { setCandidate } = useAnomalyActions();
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  const isGiven = useStore(drawing.store, (state) => state.isGiven);
  const drawingId = useRun((run) => run.drawing?.drawingId ?? null);
  const sample = useRunSample();
  useEffect(() => {
    if (!hasDrawing) setCandidate(null, { kind: 'drawing' });
    else if (sample !== null)
      setCandidate(sample, isGiven ? { kind: 'file', name: '' } : { kind: 'drawing' });
    // The answer to one drawing comes again with every step, the same each time.
  }, [hasDrawing, isGiven, drawingId, setCandidate]);
}

function useRunSample(): Float32Array | null {
  return useRun((run) => run.drawing?.original ?? null);
}
