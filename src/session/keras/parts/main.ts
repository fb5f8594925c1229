// The command line: what is read, trained, reconstructed and written.
import { lines } from '../python';
import type { ScriptFacts } from '../source';

export function mainPart(facts: ScriptFacts): string {
  const { experiment, inputShape } = facts;
  const hasWarmUp = facts.isGaussian && experiment.betaWarmUp > 0;
  return `def distribute(devices):
    """Splits every batch among devices; each has all the weights (keras.distribution)."""
    found = keras.distribution.list_devices()
    if len(found) < devices:
        raise SystemExit(f"--devices {devices}: {keras.backend.backend()} has {len(found)}")
    if BATCH_SIZE % devices:
        raise SystemExit(f"--devices {devices}: batches of {BATCH_SIZE} cannot be split evenly")
    keras.distribution.set_distribution(keras.distribution.DataParallel(devices=found[:devices]))


def reconstruct(model, inputs):
    code = forward(model.encoder, inputs)${facts.isGaussian ? '[0]  # the mean' : ''}
    return ops.convert_to_numpy(values_of(forward(model.decoder, code)))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", metavar="PATH", help="folder with a manifest.json, or an NPZ file")
    parser.add_argument("--epochs", type=int, help="10, or 0 beside --reconstruct and --inputs")
    parser.add_argument("--weights", metavar="FILE", help="model.safetensors to start from")
    parser.add_argument("--reconstruct", type=int, default=0, metavar="N", help="so many test samples")
    parser.add_argument("--inputs", metavar="FILE", help="NPY of inputs to reconstruct, [count, ${inputShape.join(', ')}]")
    parser.add_argument("--out", type=Path, default=Path("."), metavar="FOLDER", help="for what is written")
    parser.add_argument("--devices", type=int, default=1, help="how many share the work (JAX)")
    parser.add_argument("--log-every", type=int, default=50, metavar="STEPS", help="between rows of metrics")
    chosen = parser.parse_args()
    if chosen.epochs is None:
        chosen.epochs = 0 if chosen.reconstruct or chosen.inputs else 10
    return chosen


DEVICES = 1


def main():
    global DEVICES
    chosen = arguments()
    DEVICES = chosen.devices
    if DEVICES > 1:
        distribute(DEVICES)
    keras.utils.set_random_seed(SEED)
    chosen.out.mkdir(parents=True, exist_ok=True)
${lines(
  '    x_train, x_test, labels = load_data(chosen.data)',
  '    is_trained, is_held_out = split(labels)',
  '    batches = Batches(x_train[is_trained])',
  '    test_rng = np.random.default_rng([SEED, 1])',
  '    test_inputs, test_missing = network_inputs(x_test, test_rng, is_training=False)',
  '    validation = None',
  '    if is_held_out.any():',
  '        held_out = x_train[is_held_out]',
  '        inputs, missing = network_inputs(held_out, test_rng, is_training=False)',
  '        validation = inputs, held_out, missing',
  '',
  `    model = Autoencoder(${hasWarmUp ? 'len(batches)' : ''})`,
  '    model.compile(optimizer=build_optimizer(len(batches)))',
  '    if chosen.weights:',
  '        load_weights(model, chosen.weights)',
  '',
  '    if chosen.epochs > 0:',
  '        test = test_inputs, x_test, test_missing',
  '        rows = train(model, batches, test, validation, chosen.epochs, chosen.log_every)',
  '        save_run(model, rows, describe(rows, test, batches.clean), chosen.out)',
  '    if chosen.inputs:',
  '        np.save(chosen.out / "reconstructed.npy", reconstruct(model, np.load(chosen.inputs)))',
  '    if chosen.reconstruct:',
  '        inputs = test_inputs[: chosen.reconstruct]',
  '        np.savez(',
  '            chosen.out / "reconstructions.npz",',
  '            original=x_test[: len(inputs)],',
  '            inputs=inputs,',
  '            reconstructed=reconstruct(model, inputs),',
  '        )',
)}


if __name__ == "__main__":
    main()`;
}
