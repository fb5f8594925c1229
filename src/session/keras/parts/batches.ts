// What the network is given: corrupted inputs, clean targets, and the weight of each value in the loss.
import { blocks, lines } from '../python';
import type { ScriptFacts } from '../source';

export function batchesPart(facts: ScriptFacts): string {
  return blocks(networkInputs(facts), facts.weighsPixels ? valueWeights(facts) : null, batches(facts));
}

function networkInputs({ experiment, isNoisy, usesMasks }: ScriptFacts): string {
  const withMask = experiment.maskInput === 'on';
  const isNeeded = usesMasks && isNoisy;
  return lines(
    'def network_inputs(clean, rng, is_training=True):',
    `    """Corrupted samples${withMask ? ' with one more channel, 1 where a pixel is missing' : ''}, and which pixels are missing."""`,
    isNoisy ? '    inputs, missing = corrupt(clean, rng)' : '    inputs, missing = clean, None',
    experiment.inputDropout > 0 &&
      `    if is_training:
        is_kept = rng.random(inputs.shape) >= INPUT_DROPOUT
        inputs = np.where(is_kept, inputs / np.float32(1 - INPUT_DROPOUT), np.float32(0))`,
    withMask &&
      (isNeeded
        ? '    inputs = np.concatenate([inputs, missing[..., None].astype("float32")], axis=-1)'
        : '    inputs = np.concatenate([inputs, np.zeros_like(inputs[..., :1])], axis=-1)'),
    '    return inputs, missing',
  );
}

function valueWeights({ experiment: { lossOn } }: ScriptFacts): string {
  const [inHole, elsewhere] = lossOn === 'hole' ? ['1', '0'] : ['HOLE_WEIGHT', '1'];
  return `def value_weights(missing):
    """The weight of each value of a batch in the loss; their sum is 1."""
    weights = np.where(missing, ${inHole}, ${elsewhere}) if missing.any() else np.ones(missing.shape)
    weights = np.broadcast_to(weights[..., None], (*missing.shape, SHAPE[-1]))
    return (weights / weights.sum()).astype("float32")`;
}

function batches({ weighsPixels }: ScriptFacts): string {
  return `class Batches(keras.utils.PyDataset):
    """The training set, shuffled in every epoch and corrupted anew each time. Every batch is full: the last one
    of an epoch is filled up with samples from its beginning."""

    def __init__(self, clean):
        super().__init__()
        self.clean = clean
        self.rng = np.random.default_rng(SEED)
        self.on_epoch_end()

    def on_epoch_end(self):
        self.order = self.rng.permutation(len(self.clean))

    def __len__(self):
        return math.ceil(len(self.clean) / BATCH_SIZE)

    def __getitem__(self, index):
        places = np.arange(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)
        clean = self.clean[np.take(self.order, places, mode="wrap")]
        inputs, missing = network_inputs(clean, self.rng)
        return inputs, clean${weighsPixels ? ', value_weights(missing)' : ''}`;
}
