// How values of samples of a shape can be brought to [0, 1].
import type { ImportChoices } from '../../../../core/import/import-api';
import { sampleKind } from '../../../../core/samples/sample-kind';
import type { SampleShape } from '../../../../core/samples/samples';

export type Normalisation = ImportChoices['normalisation'];

export function normalisationsOf(shape: SampleShape): readonly Normalisation[] {
  const hasChannels = sampleKind(shape) === 'signal' && (shape[1] ?? 1) > 1;
  return hasChannels ? ['range', 'channel', 'feature'] : ['range', 'feature'];
}
