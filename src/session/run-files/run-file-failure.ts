// Why a file is no run that can be taken in, and no network either: codes and their parameters, never sentences. `file` is its name
// as it was chosen, `entry` a file in it.
import { CodedError, codedFailureOf } from '../../core/failure';
import type { SafetensorsFailure } from '../../core/formats/safetensors';

export type RunFileFailure = {
  readonly file: string;
  /** Null: the file itself. */
  readonly entry: string | null;
} & RunFileProblem;

export type RunFileProblem =
  /** None of what can be imported. */
  | { code: 'run-file.unknown' }
  /** A description or a table of metrics, without the weights it belongs to. */
  | { code: 'run-file.without-weights' }
  /** Another file with this name was chosen with it. */
  | { code: 'run-file.same-name' }
  | { code: 'run-file.unreadable' }
  | { code: 'run-file.too-large'; bytes: number; most: number }
  /** Damaged, or with limits that no run needs; `detail` is for who looks closer. */
  | { code: 'run-file.bad-zip'; detail: string }
  | { code: 'run-file.missing'; name: string }
  /** Written by a later version of the page. */
  | { code: 'run-file.newer'; version: number }
  /** What is stated at `place` cannot be used. */
  | { code: 'run-file.content'; place: string }
  /** The checksum in the run file is another one. */
  | { code: 'run-file.changed' }
  | { code: 'run-file.missing-tensor'; key: string }
  | { code: 'run-file.unknown-tensor'; key: string }
  | { code: 'run-file.tensor-shape'; key: string; shape: readonly number[]; expected: readonly number[] }
  | { code: 'run-file.not-finite'; key: string }
  | NetworkProblem
  | SafetensorsFailure;

/** Why a network is none that the playground can express. */
export type NetworkProblem =
  /** Weights alone do not tell their layers' order and activations. */
  | { code: 'network.not-described' }
  | { code: 'network.layer'; layer: string; kind: string }
  | { code: 'network.activation'; layer: string; activation: string }
  /** Not one chain of layers from one input to one output. */
  | { code: 'network.branches' }
  /** The decoder's layers are not the encoder's the other way round; `widths` of all boundaries. */
  | { code: 'network.not-mirrored'; widths: readonly number[] }
  /** A setting of the playground has other limits. */
  | { code: 'network.setting'; setting: string; value: string }
  /** No data set here has samples of this many numbers. */
  | { code: 'network.no-data'; size: number }
  /** Without weights, or with others than its layers have. */
  | { code: 'network.weights'; layer: string };

export class RunFileError extends CodedError<RunFileFailure> {}

export function fail(file: string, entry: string | null, problem: RunFileProblem, cause?: unknown): never {
  throw new RunFileError({ file, entry, ...problem }, { cause });
}

/** Runs what throws problems without saying of which file. */
export function inFile<T>(file: string, entry: string | null, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RunFileError) throw error;
    const problem = codedFailureOf(error);
    if (problem === null) throw error;
    return fail(file, entry, problem as RunFileProblem, error);
  }
}

/** Throws a problem; `inFile` says where. */
export function failWith(problem: RunFileProblem): never {
  throw new CodedError<RunFileProblem>(problem);
}

/** What was wrong; null where it was not the file's fault. */
export function runFileFailureOf(error: unknown): RunFileFailure | null {
  return error instanceof RunFileError ? error.failure : null;
}
