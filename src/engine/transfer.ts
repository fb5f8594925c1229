// Which buffers of an event can be transferred instead of copied.
import type { TrainingEvent } from '../core/engine-api/events';

/** The buffers of an event's arrays. A checkpoint has none: the engine keeps it for a roll-back, so it must be copied. */
export function transferables(event: TrainingEvent): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  if (event.type !== 'checkpoint') collect(event, buffers);
  return [...buffers];
}

/** Recursive, since arrays may be nested: activations in a list, terms in a record. */
function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, buffers);
  }
}
