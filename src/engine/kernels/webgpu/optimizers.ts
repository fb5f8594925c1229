// The updates of all weights at once (engine/training/optimizer/flat-optimizer.ts), in as few dispatches as the buffers that a
// shader may use allow: three weights in each, by default. Weights and averages are changed in place.
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { util, type TensorInfo } from '@tensorflow/tfjs-core';
import { updateOfAll, type UpdateOfAllInputs } from '../training-kernels';
import { allowChanges, changingNumbers, dispatch, eachNumber, groupsOver, type Value } from './dispatch';
import { addKernel } from './kernel-registration';

interface Rule {
  /** The running averages. */
  slots: readonly string[];
  /** WGSL: from `param`, `gradient` and the slots to `next` and the next slots, `next_…`. */
  wgsl: string;
  /** Numbers that the rule reads, by the names of the kernel's attributes. */
  reads: readonly string[];
}

const rules: Readonly<Record<string, Rule>> = {
  AdamUpdate: {
    slots: ['firstMoment', 'secondMoment'],
    wgsl: `
  let next_firstMoment = changing.beta1 * firstMoment_ + (1.0 - changing.beta1) * gradient;
  let next_secondMoment = changing.beta2 * secondMoment_ + (1.0 - changing.beta2) * gradient * gradient;
  let next = param - changing.stepSize * next_firstMoment / (sqrt(next_secondMoment) + changing.epsilon);`,
    reads: ['stepSize', 'beta1', 'beta2', 'epsilon'],
  },
  RmsPropUpdate: {
    slots: ['meanSquare'],
    wgsl: `
  let next_meanSquare = changing.decay * meanSquare_ + (1.0 - changing.decay) * gradient * gradient;
  let next = param - changing.learningRate * gradient / (sqrt(next_meanSquare) + changing.epsilon);`,
    reads: ['learningRate', 'decay', 'epsilon'],
  },
  MomentumUpdate: {
    slots: ['velocity'],
    wgsl: `
  let next_velocity = changing.momentum * velocity_ + gradient;
  let next = param - changing.learningRate * next_velocity;`,
    reads: ['learningRate', 'momentum'],
  },
};

/** Installs the kernels; returns a function that removes them. */
export function installOptimizers(): () => void {
  const remove = Object.entries(rules).map(([name, rule]) =>
    addKernel<UpdateOfAllInputs, Record<string, number>>(updateOfAll(name), ({ inputs, attrs, backend }) => {
      update(backend, name, rule, inputs, attrs);
      return [];
    }),
  );
  return () => remove.forEach((undo) => undo());
}

function update(
  backend: WebGPUBackend,
  name: string,
  { slots, wgsl, reads }: Rule,
  inputs: UpdateOfAllInputs,
  attrs: Record<string, number>,
): void {
  const weights = weightsOf(inputs);
  const atOnce = Math.floor((backend.device.limits.maxStorageBuffersPerShaderStage - slots.length) / 2);
  const changing = changingNumbers(
    backend,
    Object.fromEntries([...reads, 'kept'].map((number) => [number, ['f32', attrs[number] ?? 0]])),
  );
  const averages = slots.map((slot) => inputs[slot] as TensorInfo);
  for (const changed of [...averages, ...weights.map(({ param }) => param)]) allowChanges(backend, changed);
  let first = 0;
  for (let from = 0; from < weights.length; from += atOnce) {
    const some = weights.slice(from, from + atOnce);
    const sizes = some.map(({ param }) => util.sizeFromShape(param.shape));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    dispatch(backend, {
      key: `${updateOfAll(name)} ${some.length}`,
      source: () => source({ slots, wgsl, reads }, some.length),
      reads: Object.fromEntries(some.map(({ gradient }, i) => [`gradient${i}`, gradient])),
      writes: {
        ...Object.fromEntries(some.map(({ param }, i) => [`param${i}`, param])),
        ...Object.fromEntries(slots.map((slot, k) => [slot, averages[k] as TensorInfo])),
      },
      numbers: {
        total: ['u32', total],
        first: ['u32', first],
        ...Object.fromEntries(sizes.map((size, i) => [`size${i}`, ['u32', size] satisfies Value])),
        ...Object.fromEntries(
          some.map(({ param }, i) => [`decays${i}`, ['u32', Number(param.shape.length > 1)] satisfies Value]),
        ),
      },
      changing,
      groups: groupsOver(total),
    });
    first += total;
  }
}

function weightsOf(inputs: UpdateOfAllInputs): { param: TensorInfo; gradient: TensorInfo }[] {
  const found = [];
  for (let i = 0; ; i++) {
    const [param, gradient] = [inputs[`param${i}`], inputs[`gradient${i}`]];
    if (!param || !gradient) return found;
    found.push({ param, gradient });
  }
}

/** The numbers of `count` weights stand one after the other, as in the slots. */
function source({ slots, wgsl }: Rule, count: number): string {
  const all = Array.from({ length: count }, (_, i) => i);
  return `
${all
  .map(
    (i) => `
fn update${i}(at: u32, slot: u32) {
  let gradient = gradient${i}[at];
  // weight decay, which biases are exempt from
  let param = param${i}[at] * select(1.0, changing.kept, numbers.decays${i} != 0u);
  ${slots.map((slot) => `let ${slot}_ = ${slot}[slot];`).join('\n  ')}
  ${wgsl}
  param${i}[at] = next;
  ${slots.map((slot) => `${slot}[slot] = next_${slot};`).join('\n  ')}
}`,
  )
  .join('')}
${eachNumber(`
    let slot = numbers.first + i;
    var at = i;
    ${all
      .map(
        (i) => `if (at < numbers.size${i}) { update${i}(at, slot); continue; }\n    at -= numbers.size${i};`,
      )
      .join('\n    ')}`)}`;
}
