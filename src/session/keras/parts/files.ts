// Weights in and out, and the tables of metrics.
import { blocks, text } from '../python';
import { metricsFormat } from '../metrics-format';
import type { ScriptFacts } from '../source';

export function filesPart({ dataset }: ScriptFacts): string {
  return blocks(
    `def tensors_of(model):
    """Every weight with its key in model.safetensors: layer "encoder_0" has "encoder/0/kernel" and "encoder/0/bias"."""
    for part in (model.encoder, model.decoder):
        for layer in part.layers:
            for kind, weight in zip(("kernel", "bias"), layer.weights):
                yield f"{layer.name.replace('_', '/')}/{kind}", weight`,
    `def load_weights(model, file):
    tensors, stored = dict(tensors_of(model)), load_file(file)
    if tensors.keys() != stored.keys():
        names = sorted(tensors.keys() ^ stored.keys())
        raise SystemExit(f"--weights: {file} is of another network; only one of the two has {', '.join(names)}")
    for key, weight in tensors.items():
        # A filter over a signal is stored as one over an image one pixel wide.
        if stored[key].size != math.prod(weight.shape):
            raise SystemExit(f"--weights: {key} is {stored[key].shape}, and this network needs {tuple(weight.shape)}")
        weight.assign(stored[key].reshape(weight.shape))`,
    `def save_weights(model, file):
    def stored(weight):
        array = np.asarray(ops.convert_to_numpy(weight), dtype="float32")
        return array[:, None] if array.ndim == 3 else array

    tensors = {key: np.ascontiguousarray(stored(weight)) for key, weight in tensors_of(model)}
    save_file(tensors, file, metadata={"format": "keras"})`,
    `METRICS = ["step", "epoch", "seconds", "train_loss", "test_loss", "test_mse", "validation_loss"]


def save_metrics(rows, model, folder):
    """metrics.csv for people and metrics.json for the playground: one row for each step at which anything was measured."""
    optional = ["test_loss_all", "reconstruction", "sparsity", "kl"]
    columns = METRICS + [name for name in optional if any(name in row for row in rows)]
    table = [[row.get(name) for name in columns] for row in rows]
    with open(folder / "metrics.csv", "w", newline="") as file:
        csv.writer(file).writerows([columns, *table])
    document = {
        "format": ${text(metricsFormat)},
        "version": 1,
        "madeWith": f"Keras {keras.__version__} on {keras.backend.backend()}",
        "experiment": EXPERIMENT,
        "dataset": {"id": EXPERIMENT["dataset"], "name": ${text(dataset.name)}},
        "trainCount": TRAIN_COUNT,
        "parameters": sum(math.prod(weight.shape) for _, weight in tensors_of(model)),
        "columns": columns,
        "rows": table,
    }
    (folder / "metrics.json").write_text(json.dumps(document, indent=1))`,
  );
}
