// Which buffers of an event can be handed over instead of copied.
import type { TrainingEvent } from '../core/engine-api';

/** The buffers of the arrays of an event. A checkpoint is copied: the engine keeps it too, to go back to. */
export function transferables(event: TrainingEvent): ArrayBuffer[] {
  if (event.type === 'checkpoint') return [];
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(event).flat() as unknown[]) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  }
  return [...buffers];
}
