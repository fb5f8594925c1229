// Optimizer, schedule, measuring on the test set, the loop over the epochs, and the files that it leaves.
import { cosineFloor } from '../../../core/experiment/schedule';
import { stopsEarly } from '../../../core/experiment/rules';
import { blocks, lines } from '../python';
import type { ScriptFacts } from '../source';

export function trainingPart(facts: ScriptFacts): string {
  return blocks(optimizer(facts), measure(facts), rows, train(facts));
}

/** Constants of engine/training/optimizer/constants.ts in Keras' terms. */
const optimizers: Readonly<Record<string, { readonly start: string; readonly comment: string | null }>> = {
  adam: {
    start: 'keras.optimizers.Adam(rate, beta_1=0.9, beta_2=0.999, epsilon=1e-7',
    comment: null,
  },
  rmsprop: {
    start: 'keras.optimizers.RMSprop(rate, rho=0.9, epsilon=1e-14',
    comment: '    # Keras adds epsilon under the root: this is 1e-7 outside of it.',
  },
  sgd: { start: 'keras.optimizers.SGD(rate, momentum=0.9', comment: null },
};

function optimizer({ experiment }: ScriptFacts): string {
  const { schedule, weightDecay, gradientClip } = experiment;
  const made = optimizers[experiment.optimizer];
  if (!made) throw new Error(`The Keras script has no optimizer “${experiment.optimizer}”.`);
  const rate = {
    constant: '    rate = LEARNING_RATE',
    cosine: `    # Falls to a hundredth along half a cosine, then stays.
    steps = SCHEDULE_EPOCHS * steps_per_epoch
    rate = keras.optimizers.schedules.CosineDecay(LEARNING_RATE, steps, alpha=${cosineFloor})`,
    step: `    # Halves at the end of every schedule length.
    steps = SCHEDULE_EPOCHS * steps_per_epoch
    rate = keras.optimizers.schedules.ExponentialDecay(LEARNING_RATE, steps, 0.5, staircase=True)`,
  }[schedule];
  const extras = [
    ...(weightDecay > 0 ? [', weight_decay=WEIGHT_DECAY'] : []),
    ...(gradientClip > 0 ? [', global_clipnorm=GRADIENT_CLIP'] : []),
  ].join('');
  return lines(
    'def build_optimizer(steps_per_epoch):',
    rate,
    made.comment,
    `    optimizer = ${made.start}${extras})`,
    weightDecay > 0 && '    optimizer.exclude_from_weight_decay(var_names=["bias"])',
    '    return optimizer',
  );
}

function measure({ isGaussian, weighsPixels }: ScriptFacts): string {
  const weights = weighsPixels ? ', weights=value_weights(missing)' : '';
  return lines(
    'def forward(model, inputs):',
    '    """The outputs for all samples as arrays, in batches of one size."""',
    '    size = -(-min(len(inputs), 1000) // DEVICES) * DEVICES  # divisible among the devices',
    '    padded = np.take(inputs, np.arange(-(-len(inputs) // size) * size), axis=0, mode="wrap")',
    '    outputs = model.predict(padded, batch_size=size, verbose=0)',
    '    return keras.tree.map_structure(lambda array: np.asarray(array)[: len(inputs)], outputs)',
    '',
    '',
    'def measure(model, inputs, clean, missing=None, beta=1.0):',
    `    """The objective, its terms, and the squared error per value${isGaussian ? ' (which is that of the mean code)' : ''}."""`,
    '    outputs = forward(model, inputs)',
    `    loss, terms = objective(outputs, clean, beta${weights})`,
    isGaussian
      ? '    reconstructed = values_of(forward(model.decoder, outputs["code"]))'
      : '    reconstructed = values_of(outputs["logits"])',
    '    mse = ops.mean(ops.square(reconstructed - clean))',
    '    return float(loss), {name: float(term) for name, term in terms.items()}, float(mse)',
  );
}

const rows = `class Rows(keras.callbacks.Callback):
    """Keeps the training loss every few steps: the mean over the steps since the row before."""

    def __init__(self, rows, every, first_step, seconds):
        super().__init__()
        self.rows, self.every, self.first_step, self.seconds = rows, every, first_step, seconds

    def on_epoch_begin(self, epoch, logs=None):
        self.count, self.sum, self.started = 0, 0.0, time.perf_counter()

    def on_train_batch_end(self, batch, logs=None):
        count = batch + 1
        if count % self.every and count != self.params["steps"]:
            return
        # Keras reports the mean since the beginning of the epoch.
        total = float(logs["loss"]) * count
        step = self.first_step + count
        self.rows.append({
            "step": step,
            "epoch": step / self.params["steps"],
            "seconds": self.seconds + time.perf_counter() - self.started,
            "train_loss": (total - self.sum) / (count - self.count),
        })
        self.count, self.sum = count, total`;

function train(facts: ScriptFacts): string {
  const { experiment, isGaussian } = facts;
  const stops = stopsEarly(experiment);
  const hasWarmUp = isGaussian && experiment.betaWarmUp > 0;
  const beta = !isGaussian ? '1.0' : hasWarmUp ? 'model.beta_after(epoch + 1)' : 'BETA';
  return lines(
    'def train(model, batches, test, validation, epochs, log_every):',
    '    """Trains for so many epochs; gives the rows of the table of metrics."""',
    '    rows, seconds = [], 0.0',
    stops && '    best, best_weights, waiting = math.inf, None, 0',
    '    for epoch in range(epochs):',
    '        keep = Rows(rows, log_every, epoch * len(batches), seconds)',
    '        model.fit(',
    '            batches, initial_epoch=epoch, epochs=epoch + 1, shuffle=False, verbose=2, callbacks=[keep]',
    '        )',
    '        row = rows[-1]',
    '        seconds = row["seconds"]',
    `        loss, terms, mse = measure(model, *test, beta=${beta})`,
    '        row.update(test_loss=loss, test_mse=mse, test_loss_all=loss, **terms)',
    '        if validation is not None:',
    `            row["validation_loss"] = measure(model, *validation, beta=${beta})[0]`,
    '        print(f"epoch {epoch + 1}: test loss {loss:.6g}, test MSE {mse:.6g}", flush=True)',
    stops &&
      lines(
        hasWarmUp && '        if epoch + 1 < BETA_WARM_UP:',
        hasWarmUp && '            continue  # while the weight of the KL term rises, so may the loss',
        '        if validation is None:',
        '            continue',
        '        if row["validation_loss"] < best:',
        '            best, best_weights, waiting = row["validation_loss"], model.get_weights(), 0',
        '            continue',
        '        waiting += 1',
        '        if waiting == PATIENCE:',
        '            print(f"stopped: the validation loss has not improved for {PATIENCE} epochs")',
        '            model.set_weights(best_weights)',
        '            break',
      ),
    '    return rows',
  );
}
