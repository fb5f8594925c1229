// How the layers of a network are wired.
import type { ArchitectureId, Experiment } from '../../core/experiment';
import { sampleSize, type SampleShape } from '../../core/samples';

export interface Architecture {
  label: string;
  summary: string;
  /** Width of every layer from the input to the output, the decoder mirroring the encoder. */
  widths(experiment: Pick<Experiment, 'hidden' | 'codeSize'>, shape: SampleShape): number[];
}

export const architectures = {
  dense: {
    label: 'Dense',
    summary: 'Every node sees every node of the layer before.',
    widths({ hidden, codeSize }, shape) {
      const side = [sampleSize(shape), ...hidden];
      return [...side, codeSize, ...side.toReversed()];
    },
  },
} satisfies Record<ArchitectureId, Architecture>;
