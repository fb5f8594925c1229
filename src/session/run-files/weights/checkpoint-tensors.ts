// The arrays of a checkpoint as named tensors, and back: each has to be there, in the shape that the plan of the network gives.
import type { NetworkPlan } from '../../../catalog/architectures/plan';
import type { Tensor, TensorFile } from '../../../core/formats/safetensors';
import type { Checkpoint } from '../../../core/run/checkpoint';
import { failWith } from '../run-file-failure';
import { weightNames } from '../weight-names';

type Tensors = Map<string, Tensor>;

/** The weights by `weightNames`. */
export function weightTensors({ weights }: Pick<Checkpoint, 'weights'>, plan: NetworkPlan): Tensors {
  return named(weights, plan, '');
}

/** What the optimizer keeps of each weight: `slot/0/encoder/0/kernel`. Adam has slots 0 and 1, its first and second moments. */
export function slotTensors({ optimizer }: Pick<Checkpoint, 'optimizer'>, plan: NetworkPlan): Tensors {
  return new Map(optimizer.slots.flatMap((arrays, slot) => [...named(arrays, plan, `slot/${slot}/`)]));
}

/** @throws CodedError<RunFileProblem> where a tensor is missing, unknown, of another shape, or not finite */
export function readWeights(file: TensorFile, plan: NetworkPlan): Float32Array[] {
  return read(file, plan, ['']).flat();
}

/** @throws as `readWeights` */
export function readSlots(file: TensorFile, plan: NetworkPlan, slots: number): Float32Array[][] {
  return read(
    file,
    plan,
    Array.from({ length: slots }, (_, slot) => `slot/${slot}/`),
  );
}

function named(arrays: readonly Float32Array[], plan: NetworkPlan, prefix: string): Tensors {
  const names = weightNames(plan);
  if (names.length !== arrays.length) throw new RangeError('The weights are not those of the network.');
  return new Map(arrays.map((values, i) => [prefix + names[i]!.key, { shape: names[i]!.shape, values }]));
}

function read({ tensors }: TensorFile, plan: NetworkPlan, prefixes: readonly string[]): Float32Array[][] {
  const names = weightNames(plan);
  const known = new Set(prefixes.flatMap((prefix) => names.map(({ key }) => prefix + key)));
  for (const key of tensors.keys()) if (!known.has(key)) failWith({ code: 'run-file.unknown-tensor', key });
  return prefixes.map((prefix) =>
    names.map(({ key: name, shape: expected }) => {
      const key = prefix + name;
      const tensor = tensors.get(key);
      if (tensor === undefined) return failWith({ code: 'run-file.missing-tensor', key });
      const { shape, values } = tensor;
      if (shape.length !== expected.length || shape.some((extent, i) => extent !== expected[i]))
        return failWith({ code: 'run-file.tensor-shape', key, shape, expected });
      return values.every(Number.isFinite) ? values : failWith({ code: 'run-file.not-finite', key });
    }),
  );
}
