// Which buffers of an event can be handed over instead of copied.
import type { TrainingEvent } from '../core/engine-api';

/** The buffers of the arrays of an event. A checkpoint is copied: the engine keeps it too, to go back to. */
export function transferables(event: TrainingEvent): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  if (event.type !== 'checkpoint') collect(event, buffers);
  return [...buffers];
}

/** Arrays may lie deeper: those of the layers in a list, those of the terms in a record. */
function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, buffers);
  }
}
