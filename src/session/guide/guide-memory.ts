// What the guide remembers of a page: where the run was when it was first seen, and what the person has tried. Nothing of it is kept.
import type { FamilyId } from '../../catalog/families/registry';
import type { RunId } from '../../core/run/stamp';
import type { RunStatus } from '../runs/run';
import type { Tried } from './guide-state';

export interface Sighting {
  readonly runId: RunId;
  readonly step: number;
  readonly status: RunStatus;
  readonly family: FamilyId;
  readonly codeSize: number;
  readonly hasDrawing: boolean;
  /** The person points at a sample on the map. */
  readonly isPointing: boolean;
}

export interface GuideMemory {
  readonly tried: ReadonlySet<Tried>;
  /** Takes in what can be seen now. @returns the step at which this run was first seen */
  readonly note: (sighting: Sighting) => number;
  readonly add: (tried: Tried) => void;
}

/** A code of so few numbers, trained for so long, has shown what a narrow bottleneck does. */
const narrow = 4;
const narrowSteps = 100;

export function createGuideMemory(): GuideMemory {
  const tried = new Set<Tried>();
  let first: Pick<Sighting, 'runId' | 'step'> | null = null;
  let narrowFrom: number | null = null;
  return {
    tried,
    add: (what) => tried.add(what),
    note({ runId, step, status, family, codeSize, hasDrawing, isPointing }) {
      // A run that goes back starts over as one that was taken up.
      if (first?.runId !== runId || step < first.step) {
        first = { runId, step };
        narrowFrom = null;
      }
      if (status === 'training') tried.add(family);
      if (hasDrawing) tried.add('draw');
      if (isPointing) tried.add('map');
      narrowFrom = codeSize > narrow ? null : Math.min(narrowFrom ?? step, step);
      if (narrowFrom !== null && step - narrowFrom >= narrowSteps) tried.add('narrow');
      return first.step;
    },
  };
}
