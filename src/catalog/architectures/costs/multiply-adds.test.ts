import { expect, it } from 'vitest';
import { defaultExperiment } from '../../../core/experiment/experiment';
import { multiplyAdds } from './multiply-adds';
import { networkPlan } from '../registry';

const shape = [28, 28, 1] as const;

it('counts the weights of a dense network once each', () => {
  const plan = networkPlan({ ...defaultExperiment, hidden: [256, 64], codeSize: 16 }, shape);
  expect(multiplyAdds(plan)).toBe(2 * (784 * 256 + 256 * 64 + 64 * 16));
});

it('counts a kernel once for every position it is applied at', () => {
  const plan = networkPlan(
    { ...defaultExperiment, architecture: 'convolutional', convLayers: 1, filters: 8, codeSize: 4 },
    shape,
  );
  const [convolution] = plan.layers;
  const transposed = plan.layers.find(({ kind }) => kind === 'transposed');
  const single = (kind: 'convolution' | 'transposed', layer: typeof convolution) =>
    multiplyAdds({ ...plan, layers: plan.layers.filter((one) => one === layer && one.kind === kind) });
  // 28 x 28 to 14 x 14 positions with stride 2, and back.
  const [height = 0, width = 0] = convolution?.kernelShape ?? [];
  expect(single('convolution', convolution)).toBe(14 * 14 * height * width * 8);
  const [tallness = 0, breadth = 0, out = 0, into = 0] = transposed?.kernelShape ?? [];
  expect(single('transposed', transposed)).toBe(14 * 14 * tallness * breadth * out * into);
});
