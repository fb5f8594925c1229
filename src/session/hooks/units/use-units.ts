// The units of the network, for components.
import { useCallback } from 'react';
import { useStore } from 'zustand';
import type { TurnedOutput, UnitLook, UnitTurn } from '../../../core/engine-api/units';
import type { Focus, Snapshot } from '../../../core/engine-api/looking';
import type { UnitPlace } from '../../../core/units/layer-units';
import { createUnits, type UnitsState } from '../../units/units';
import { useSession } from '../session-context';
import { useAnswer } from '../use-task';

/** The layer that is followed. */
export function useUnits<T>(select: (state: UnitsState) => T): T {
  return useStore(useSession().applications.open(createUnits).store, select);
}

/** An effect that follows the units of a layer over the test set until the function that it returns is called. */
export function useFollowLayer(boundary: number): () => () => void {
  const { applications } = useSession();
  return useCallback(() => applications.open(createUnits).follow(boundary), [applications, boundary]);
}

export function useRetryUnits(): () => void {
  const { applications } = useSession();
  return applications.open(createUnits).retry;
}

/**
 * A unit for the sample in focus; null until it is answered, and while the answer is of another unit, run or sample.
 * @param place the same object while it is the same unit
 * @param snapshot asked again with another one
 */
export function useUnitLook(place: UnitPlace | null, snapshot: Snapshot): UnitLook | null {
  const look = useAnswer(place, (asked, { questions }) => questions.lookAtUnit(asked), snapshot);
  return look && place && isOf(look, place, snapshot) ? look : null;
}

export interface Turned {
  readonly place: UnitPlace;
  readonly turn: UnitTurn;
}

/** The output with a unit turned; null as in `useUnitLook`, and while it is of another setting. */
export function useTurnedOutput(turned: Turned | null, snapshot: Snapshot): TurnedOutput | null {
  const answer = useAnswer(
    turned,
    ({ place, turn }, { questions }) => questions.turnUnit(place, turn),
    snapshot,
  );
  return answer && turned && isOf(answer, turned.place, snapshot) ? answer : null;
}

function isOf(
  { runId, boundary, unit, focus }: Pick<UnitLook, 'runId' | 'boundary' | 'unit' | 'focus'>,
  place: UnitPlace,
  snapshot: Snapshot,
): boolean {
  const isSameUnit = boundary === place.boundary && unit === place.unit;
  return isSameUnit && runId === snapshot.runId && sameFocus(focus, snapshot.focus);
}

function sameFocus(a: Focus, b: Focus): boolean {
  return a.kind === 'sample' && b.kind === 'sample' ? a.index === b.index : a.kind === b.kind;
}
