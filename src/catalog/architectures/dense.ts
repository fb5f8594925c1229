// Dense layers only; the decoder mirrors the encoder.
import { t } from '@lingui/core/macro';
import { sampleSize } from '../../core/samples/samples';
import { codeLayers, denseLayer, type Architecture } from './plan';

export const dense: Architecture = {
  label: t`Dense`,
  summary: t`Every unit sees every unit of the layer before.`,
  plan(experiment, shape) {
    const { hidden, codeSize, activation, outputActivation } = experiment;
    const side = [sampleSize(shape), ...hidden];
    const boundaries = [...side, codeSize, ...side.toReversed()].map((width) => [width]);
    const codeBoundary = side.length;
    const last = boundaries.length - 1;
    const layers = boundaries.slice(1).flatMap((output, index) => {
      const stage = index + 1;
      const input = boundaries[index] ?? [];
      if (stage === codeBoundary) return codeLayers(experiment, stage, input);
      return stage === last
        ? [denseLayer('logits', stage, input, output, outputActivation)]
        : [denseLayer(`hidden-${stage}`, stage, input, output, activation)];
    });
    return { layers, boundaries, codeBoundary };
  },
};
