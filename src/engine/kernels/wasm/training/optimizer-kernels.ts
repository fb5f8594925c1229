// `UpdateWeights` (assembly/weight-updates.ts): all weights in one job, in one pass over each weight, its gradient and its running
// averages. It writes into their memory, so anything that shares it (a clone or a reshape of a weight) changes too.
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../../catalog/kinds/kind';
import { UpdateWeights, type UpdateWeightsAttrs, type WeightToUpdate } from '../../training-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel } from '../kernel-registration';

/** A rule's code in assembly/weight-updates.ts, and the names of its numbers in the order in which it takes them. */
const rules = {
  adam: { code: 0, slots: 2, numbers: ['stepSize', 'beta1', 'beta2', 'epsilon'] },
  rmsprop: { code: 1, slots: 1, numbers: ['learningRate', 'decay', 'epsilon'] },
  sgd: { code: 2, slots: 1, numbers: ['learningRate', 'momentum'] },
};

/** Bytes of a `WeightUpdate`, whole cache lines, and 32-bit words of a `Weight`. */
const requestBytes = 64;
const weightWords = 6;

/** Installs the kernel; returns a function that removes it. */
export function installOptimizerKernels(module: KernelModule): () => void {
  return addKernel<object, UpdateWeightsAttrs>(
    UpdateWeights,
    ({ attrs }) => {
      update(module, attrs);
      return [];
    },
    rules,
  );
}

function update(
  { backend, exports, memory, withMemory }: KernelModule,
  { optimizer, rates, weights, gradientClip }: UpdateWeightsAttrs,
): void {
  const rule = kindOf(rules, optimizer);
  const counts = weights.map((weight) => commonSize(weight, rule.slots));
  const numbers = counts.reduce((sum, count) => sum + count, 0);
  const tableBytes = requestBytes + weights.length * weightWords * 4;
  const scratchOffset = Math.ceil(tableBytes / 64) * 64;
  const scratchBytes = exports.weightUpdateScratchBytes(numbers, weights.length);
  const at = (tensor: TensorInfo | undefined) => (tensor ? addressOf(backend, tensor) : 0);
  withMemory(scratchOffset + scratchBytes, (address) => {
    const { buffer } = memory;
    const words = new Uint32Array(buffer, address, tableBytes / 4);
    const floats = new Float32Array(buffer, address, tableBytes / 4);
    words.set([rule.code, address + requestBytes, weights.length]);
    floats[3] = gradientClip;
    new Float64Array(buffer, address + 16, 4).set(rule.numbers.map((name) => rates[name] ?? Number.NaN));
    words[12] = address + scratchOffset;
    weights.forEach(({ param, gradient, slots, keep }, i) => {
      const word = requestBytes / 4 + i * weightWords;
      words.set([counts[i] ?? 0, at(param), at(gradient), at(slots[0]), at(slots[1])], word);
      floats[word + 5] = keep;
    });
    exports.updateWeights(address);
  });
}

/** The number of floats of a weight. @throws when its tensors are not float32 of one size, which would write out of bounds */
function commonSize({ param, gradient, slots }: WeightToUpdate, slotCount: number): number {
  const count = util.sizeFromShape(param.shape);
  const tensors = [param, gradient, ...slots];
  util.assert(
    slots.length === slotCount &&
      tensors.every(({ dtype, shape }) => dtype === 'float32' && util.sizeFromShape(shape) === count),
    () => `${UpdateWeights} needs float32 tensors of one shape`,
  );
  return count;
}
