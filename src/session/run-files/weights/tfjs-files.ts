// The network as layers models of TensorFlow.js: a folder each for the autoencoder, the encoder and the decoder. A Gaussian code has no
// layer that draws: the autoencoder goes by its mean, and the encoder gives mean and log-variance.
import type { ModelPart } from '../../../catalog/architectures/keras-topology';
import { layersModel, weightsFile } from '../../../catalog/architectures/layers-model';
import { inputShape } from '../../../core/inpainting/mask-input';
import type { RunRecord } from '../../runs/run';
import { layerPlace } from '../weight-names';
import type { RunFile } from '../zip/write-zip';
import { modelJsonOf } from './model-json';
import { networkOf } from './network-of';

const parts: readonly ModelPart[] = ['autoencoder', 'encoder', 'decoder'];

export function tfjsFiles(record: RunRecord): RunFile[] {
  const { checkpoint, dataset, plan } = networkOf(record);
  const { layers: _, ...about } = modelJsonOf(record);
  const shapes = { sample: dataset.shape, input: inputShape(dataset.shape, checkpoint.experiment) };
  return parts.flatMap((part): RunFile[] => {
    const { json, weights } = layersModel(plan, part, shapes, checkpoint.weights, {
      nameOf: (layer) => layerPlace(layer, plan.codeBoundary).replaceAll('/', '_'),
      generatedBy: about.writtenBy,
      metadata: { hourglass: about },
    });
    return [
      { name: `${part}/model.json`, bytes: new TextEncoder().encode(json) },
      { name: `${part}/${weightsFile}`, bytes: weights },
    ];
  });
}
