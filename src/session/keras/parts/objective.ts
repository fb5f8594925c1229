// The objective with the playground's reductions (docs/decisions/0007): a mean over all values, or with a Gaussian code their sum in
// nats, plus the penalty of the code.
import { activationMargin } from '../../../catalog/sparsity/kl';
import { logVarRange } from '../../../catalog/code-kinds/registry';
import { penaltyOf } from '../../../core/experiment/rules';
import { blocks, lines } from '../python';
import type { ScriptFacts } from '../source';

export function objectivePart(facts: ScriptFacts): string {
  const { experiment, isGaussian } = facts;
  const usesClip = isGaussian || experiment.sparsity === 'kl';
  return blocks(pixels(facts), usesClip ? clipThrough : null, objective(facts), model(facts));
}

function pixels({ experiment: { outputActivation } }: ScriptFacts): string {
  return outputActivation === 'sigmoid'
    ? `def values_of(logits):
    """Reconstructed values from the decoder's output."""
    return ops.sigmoid(logits)`
    : `def values_of(logits):
    """The decoder's output is the reconstruction: no activation comes after it."""
    return logits`;
}

const clipThrough = `def clip_through(x, low, high):
    """Clips values but not their gradient, so that a unit beyond the end can come back (Bengio et al. 2013)."""
    return x + ops.stop_gradient(ops.clip(x, low, high) - x)`;

/** The loss of each value. */
const lossOf: Readonly<Record<string, string>> = {
  mse: 'ops.square(values_of(logits) - clean)',
  mae: 'ops.abs(values_of(logits) - clean)',
  bce: 'ops.binary_crossentropy(clean, logits, from_logits=True)',
};

function objective(facts: ScriptFacts): string {
  const { experiment, isGaussian, weighsPixels } = facts;
  const loss = lossOf[experiment.loss];
  if (loss === undefined) throw new Error(`The Keras script has no loss “${experiment.loss}”.`);
  const mean = weighsPixels ? 'ops.sum(weights * losses)' : 'ops.mean(losses)';
  const code = isGaussian ? 'mean, log_var' : 'code';
  return lines(
    `def objective(outputs, clean, beta=1.0${weighsPixels ? ', weights=None' : ''}):`,
    `    """What training minimises, and its terms${isGaussian ? ' in nats: the negative ELBO where beta is 1' : ''}."""`,
    '    logits = outputs["logits"]',
    `    losses = ${loss}`,
    isGaussian
      ? `    reconstruction = ${mean} * math.prod(SHAPE)  # summed over a sample`
      : `    reconstruction = ${mean}`,
    isGaussian && `    ${code} = outputs["mean"], outputs["log_var"]`,
    isGaussian &&
      '    kl = ops.mean(ops.sum(ops.square(mean) + ops.exp(log_var) - log_var - 1, axis=-1)) / 2',
    isGaussian && '    return reconstruction + beta * kl, {"reconstruction": reconstruction, "kl": kl}',
    !isGaussian && penaltyOf(experiment) === 'sparsity' && penalty(facts),
    !isGaussian &&
      (penaltyOf(experiment) === 'sparsity'
        ? '    return reconstruction + sparsity, {"reconstruction": reconstruction, "sparsity": sparsity}'
        : '    return reconstruction, {"reconstruction": reconstruction}'),
  );
}

function penalty({ experiment: { sparsity } }: ScriptFacts): string {
  switch (sparsity) {
    case 'l1':
      return '    sparsity = SPARSITY_WEIGHT * ops.mean(ops.sum(ops.abs(outputs["code"]), axis=-1))';
    case 'kl':
      return `    # KL(rho || mean activation) of each unit (Ng, CS294A lecture notes).
    rho = TARGET_ACTIVATION
    active = clip_through(ops.mean(outputs["code"], axis=0), ${activationMargin}, 1 - ${activationMargin})
    divergence = rho * ops.log(rho / active) + (1 - rho) * ops.log((1 - rho) / (1 - active))
    sparsity = SPARSITY_WEIGHT * ops.sum(divergence)`;
    default:
      throw new Error(`The Keras script has no penalty “${sparsity}”.`);
  }
}

function model({ experiment, isGaussian, weighsPixels }: ScriptFacts): string {
  const hasWarmUp = isGaussian && experiment.betaWarmUp > 0;
  const total = `objective(y_pred, y${isGaussian ? ', beta' : ''}${weighsPixels ? ', weights=sample_weight' : ''})`;
  return lines(
    `class Autoencoder(keras.Model):
    def __init__(self${hasWarmUp ? ', steps_per_epoch' : ''}):
        super().__init__(name="autoencoder")
        self.encoder = build_encoder()
        self.decoder = build_decoder()`,
    isGaussian && '        self.sampling = Sampling()',
    hasWarmUp &&
      `        self.steps_per_epoch = steps_per_epoch
        # A variable of the model, since every backend passes these through its compiled training step.
        self.steps = self.add_weight(shape=(), initializer="zeros", trainable=False, name="steps")`,
    isGaussian
      ? `
    def call(self, inputs):
        mean, log_var = self.encoder(inputs)
        log_var = clip_through(log_var, ${logVarRange.min}, ${logVarRange.max})
        logits = self.decoder(self.sampling(mean, log_var))
        return {"code": mean, "mean": mean, "log_var": log_var, "logits": logits}`
      : `
    def call(self, inputs):
        code = self.encoder(inputs)
        return {"code": code, "logits": self.decoder(code)}`,
    `
    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):`,
    isGaussian &&
      (hasWarmUp
        ? `        beta = BETA * ops.minimum(1.0, self.steps / (BETA_WARM_UP * self.steps_per_epoch))
        self.steps.assign_add(1.0)`
        : '        beta = BETA'),
    `        return ${total}[0]`,
    hasWarmUp &&
      `
    def beta_after(self, epochs):
        return BETA * min(1, epochs / BETA_WARM_UP)`,
  );
}
