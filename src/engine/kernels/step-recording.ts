// Steps that are recorded once and then replayed (docs/decisions/0034): the sequence of kernels is the same from step to step
// as long as nothing but the numbers in the tensors changes, so the work between kernels need not be repeated.
import * as tf from '@tensorflow/tfjs-core';

/** A recorded sequence of kernels. It owns the memory of everything computed on the way: `dispose()` when done. */
export interface RecordedWork {
  /**
   * Runs the kernels again.
   * @param inputs of the same shapes and in the same order as those that were recorded
   * @returns `outputs()`
   */
  replay(inputs: readonly tf.Tensor[]): tf.Tensor[];
  /**
   * What was computed last, in the order that was recorded. The caller disposes of the tensors. A scalar is a copy; whatever is
   * larger is lent: the next replay overwrites its numbers.
   */
  outputs(): tf.Tensor[];
  dispose(): void;
}

/** What a backend that can record offers. */
export interface WorkRecorder {
  /**
   * Does some work and records its kernels. Apart from the inputs, the work must depend on nothing that changes while it is
   * replayed: a number that it reads or uploads, or the address of a variable.
   * @param inputs what differs from one replay to the next
   * @param outputsOf what the work computed; all other tensors it must have disposed of
   * @returns what the work returned, and the recording; null where anything but our kernels took part. The tensors are the
   * caller's, but a replay overwrites all of their numbers, the scalars' too: `outputs()` has copies
   */
  record<Made>(
    inputs: readonly tf.Tensor[],
    work: () => Made,
    outputsOf: (made: Made) => tf.Tensor[],
  ): { made: Made; recorded: RecordedWork | null };
}

const recorders = new WeakMap<tf.KernelBackend, WorkRecorder>();

/** Offers a recorder for a backend, or withdraws it. */
export function offerRecorder(backend: tf.KernelBackend, recorder: WorkRecorder | null): void {
  if (recorder) recorders.set(backend, recorder);
  else recorders.delete(backend);
}

/** The recorder of the backend in use; undefined where it has none. */
export function workRecorder(): WorkRecorder | undefined {
  return recorders.get(tf.backend());
}
