// PCA beside the networks: given the same samples, with as many numbers as their narrowest layers.
import { pcaReconstruction } from '../../core/pca/pca';
import type { PcaModel } from '../../core/analysis-api';
import { linearErrors } from '../comparison/trial/measured-images';
import { lackingAnswers } from './ask-network';
import type { GivenSamples, LooksGroup, PcaLook, Rebuilt } from './look-state';

/** The next answer that is missing; null where none is. */
export async function rebuildNext(
  model: Pick<PcaModel, 'mean' | 'components'>,
  group: LooksGroup,
  look: PcaLook,
): Promise<Partial<PcaLook> | null> {
  const rebuild = (given: Float32Array) => pcaReconstruction(model, given, look.size);
  const rebuilt = (of: GivenSamples): Rebuilt => ({
    of,
    clean: rebuild(of.clean),
    noisy: rebuild(of.noisy),
  });
  const { ten, drawing, measured } = group;
  switch (lackingAnswers(group, look)[0]) {
    case 'pictures':
      return ten && { pictures: rebuilt(ten) };
    case 'drawn':
      return drawing && { drawn: rebuilt(drawing) };
    case 'errors':
      return measured && { errors: { of: measured, mse: await linearErrors(measured, rebuild) } };
    default:
      return null;
  }
}
