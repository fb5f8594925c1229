// Records which kernels some work consists of (docs/decisions/0034). While it records, the memory of every tensor that the work
// disposes of is kept, so that each kernel finds its operands at the same addresses when it runs again.
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import type { RecordedWork, WorkRecorder } from '../step-recording';

/** Work that keeps more memory than this is not recorded: 256 MB. */
const mostBytes = 2 ** 28;

/** A recording in progress. */
interface Tape {
  kernels: (() => void)[];
  /** Everything that was allocated since the recording began. */
  made: Set<tf.DataId>;
  /** What of it was uploaded or written by a recorded kernel; the rest is the work of a kernel that cannot be replayed. */
  known: Set<tf.DataId>;
  /** What of it tfjs has disposed of. */
  kept: tf.DataId[];
  bytes: number;
  /** Whether JavaScript read numbers, which then may have decided something. */
  wasRead: boolean;
}

/** The recorder of one backend. Our kernels do their work through `write`; kernels of tfjs run through `runOp`. */
export class KernelRecorder implements WorkRecorder {
  readonly #backend: BackendWasm;
  #tape: Tape | null = null;

  constructor(backend: BackendWasm) {
    this.#backend = backend;
  }

  /**
   * Runs the part of a kernel that fills its output, or all of its outputs. Replays run it again: it must look up addresses itself
   * (`addressOf`), and depend on nothing else that changes.
   */
  readonly write = (output: tf.TensorInfo | readonly tf.TensorInfo[], work: () => void): void => {
    work();
    this.#tape?.kernels.push(work);
    for (const { dataId } of [output].flat()) this.#tape?.known.add(dataId);
  };

  /** Runs a kernel of tfjs that allocates one output and nothing else. A replay makes it fill the same output again. */
  readonly runOp = (kernel: () => tf.TensorInfo): tf.TensorInfo => {
    const output = kernel();
    const backend = this.#backend;
    this.#tape?.kernels.push(() => {
      backend.makeOutput = () => output;
      try {
        kernel();
      } finally {
        Reflect.deleteProperty(backend, 'makeOutput');
      }
    });
    this.#tape?.known.add(output.dataId);
    return output;
  };

  record<Made>(
    inputs: readonly tf.Tensor[],
    work: () => Made,
    outputsOf: (made: Made) => tf.Tensor[],
  ): { made: Made; recorded: RecordedWork | null } {
    const backend = this.#backend;
    const tape: Tape = {
      kernels: [],
      made: new Set(),
      known: new Set(),
      kept: [],
      bytes: 0,
      wasRead: false,
    };
    const stop = watch(backend, tape);
    this.#tape = tape;
    let made: Made;
    let recorded: Recording | null = null;
    try {
      made = work();
      const outputs = outputsOf(made);
      if (canReplay(tape, outputs)) recorded = new Recording(backend, tape, inputs, outputs);
    } finally {
      this.#tape = null;
      stop();
      if (!recorded) release(backend, tape.kept);
    }
    return { made, recorded };
  }
}

/** Whether running the kernels again gives all that the work gave. */
function canReplay({ made, known, kept, bytes, wasRead }: Tape, outputs: readonly tf.Tensor[]): boolean {
  if (wasRead || bytes > mostBytes) return false;
  const owned = new Set([...kept, ...outputs.map(({ dataId }) => dataId)]);
  // Something else than an output that outlives the work would be freed by others.
  return (
    outputs.every(({ dataId, dtype }) => made.has(dataId) && dtype === 'float32') &&
    [...made].every((dataId) => known.has(dataId) && owned.has(dataId))
  );
}

class Recording implements RecordedWork {
  readonly #backend: BackendWasm;
  readonly #kernels: readonly (() => void)[];
  readonly #kept: readonly tf.DataId[];
  readonly #inputs: readonly tf.DataId[];
  readonly #outputs: readonly tf.TensorInfo[];

  constructor(
    backend: BackendWasm,
    { kernels, kept }: Tape,
    inputs: readonly tf.Tensor[],
    outputs: readonly tf.Tensor[],
  ) {
    this.#backend = backend;
    this.#kernels = kernels;
    this.#kept = kept;
    this.#inputs = inputs.map(({ dataId }) => dataId);
    this.#outputs = outputs.map(({ dataId, shape, dtype }) => ({ dataId, shape, dtype }));
    // the reference that keeps them when the caller disposes of them
    for (const { dataId } of this.#outputs) backend.incRef(dataId);
  }

  replay(inputs: readonly tf.Tensor[]): tf.Tensor[] {
    const restore = this.#inputs.map((dataId, i) => this.#bind(dataId, inputs[i]?.dataId ?? dataId));
    for (const kernel of this.#kernels) kernel();
    restore.reverse().forEach((undo) => undo());
    return this.outputs();
  }

  outputs(): tf.Tensor[] {
    return this.#outputs.map((output) => this.#tensorOf(output));
  }

  /** Makes the kernels find an input of this step where they look for the recorded one. Returns a function that undoes it. */
  #bind(recorded: tf.DataId, current: tf.DataId): () => void {
    const { dataIdMap } = this.#backend;
    if (recorded === current) return () => undefined;
    const before = dataIdMap.has(recorded) ? dataIdMap.get(recorded) : null;
    dataIdMap.set(recorded, dataIdMap.get(current));
    return () => {
      if (before) dataIdMap.set(recorded, before);
      else dataIdMap.delete(recorded);
    };
  }

  #tensorOf(output: tf.TensorInfo): tf.Tensor {
    const backend = this.#backend;
    if (output.shape.length === 0) return tf.scalar(backend.typedArrayFromHeap(output)[0] ?? Number.NaN);
    backend.incRef(output.dataId);
    return tf.engine().makeTensorFromTensorInfo(output, backend);
  }

  dispose(): void {
    const backend = this.#backend;
    // the memory of a backend that has ended is gone
    if (!isAlive(backend)) return;
    release(backend, this.#kept);
    for (const { dataId } of this.#outputs) {
      if (backend.disposeData(dataId)) tf.engine().removeDataId(dataId, backend);
    }
  }
}

/** Notes what is allocated, read and disposed of on a backend, and keeps the memory. Returns a function that ends it. */
function watch(backend: BackendWasm, tape: Tape): () => void {
  const write = backend.write.bind(backend);
  const readSync = backend.readSync.bind(backend);
  const disposeData = backend.disposeData.bind(backend);
  const watching: Pick<BackendWasm, 'write' | 'readSync' | 'disposeData'> = {
    write(values, shape, dtype) {
      const dataId = write(values, shape, dtype);
      tape.made.add(dataId);
      tape.bytes += tf.util.sizeFromShape(shape) * tf.util.bytesPerElement(dtype);
      // null for an output that a kernel fills, though its type does not say so
      if (values !== null) tape.known.add(dataId);
      return dataId;
    },
    readSync(...args) {
      tape.wasRead = true;
      return readSync(...args);
    },
    disposeData(dataId, force) {
      if (!tape.made.has(dataId)) return disposeData(dataId, force);
      const data = backend.dataIdMap.get(dataId);
      data.refCount--;
      if (!force && data.refCount > 0) return false;
      // tfjs counts it as disposed of
      tape.kept.push(dataId);
      return true;
    },
  };
  Object.assign(backend, watching);
  return () => Object.keys(watching).forEach((method) => Reflect.deleteProperty(backend, method));
}

function release(backend: BackendWasm, kept: readonly tf.DataId[]): void {
  for (const dataId of kept) backend.disposeData(dataId, true);
}

function isAlive(backend: BackendWasm): boolean {
  const { wasm } = backend as { wasm: object | null };
  return wasm !== null;
}
