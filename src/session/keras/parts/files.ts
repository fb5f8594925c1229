// Weights in and out, and the table of metrics, in the forms that the playground reads.
import { familyName } from '../../../catalog/families/registry';
import { modelFormat } from '../../run-files/weights/model-json';
import { blocks, lines, text } from '../python';
import type { ScriptFacts } from '../source';

export function filesPart(facts: ScriptFacts): string {
  return blocks(tensors, loadWeights, describe(facts), saveRun);
}

const tensors = `def tensors_of(model):
    """Every weight with its key in model.safetensors: layer "encoder_0" has "encoder/0/kernel" and "encoder/0/bias"."""
    for part in (model.encoder, model.decoder):
        for layer in part.layers:
            for kind, weight in zip(("kernel", "bias"), layer.weights):
                yield f"{layer.name.replace('_', '/')}/{kind}", weight`;

const loadWeights = `def load_weights(model, file):
    tensors, stored = dict(tensors_of(model)), load_file(file)
    if tensors.keys() != stored.keys():
        names = ", ".join(sorted(tensors.keys() ^ stored.keys()))
        raise SystemExit(f"--weights: {file} is of another network: only one of the two has {names}")
    for key, weight in tensors.items():
        values = stored[key]
        if values.size != math.prod(weight.shape):
            raise SystemExit(f"--weights: {key} is {values.shape}, and this network needs {weight.shape}")
        # The playground stores a filter over a signal as one over an image one pixel wide.
        weight.assign(values.reshape(weight.shape))`;

function describe({ experiment, dataset, isGaussian }: ScriptFacts): string {
  // Told apart from the run in the browser; 60 characters are the most.
  const name = `Keras: ${familyName(experiment)} · code ${experiment.codeSize} · ${dataset.name}`.slice(
    0,
    60,
  );
  const hasPenalty = !isGaussian && experiment.sparsity !== 'none' && experiment.sparsityWeight > 0;
  return lines(
    'def describe(rows, test, x_train):',
    '    """What the playground goes by when it imports the weights as a run."""',
    '    last, (inputs, clean, _) = rows[-1], test',
    '    terms = {name: last[name] for name in ("reconstruction", "kl") if name in last}',
    hasPenalty && '    terms["sparsity"] = last["sparsity"] / SPARSITY_WEIGHT',
    `    evaluation = {
        "type": "evaluation",
        "runId": "keras",
        "step": last["step"],
        "scope": "all",
        "count": len(clean),
        "loss": last["test_loss"],
        "terms": terms,
        "mse": last["test_mse"],
        "inputMse": float(np.mean(np.square(inputs[..., : SHAPE[-1]] - clean))),
        "medianMse": None,
        "meanImageMse": float(np.mean(np.square(x_train.mean(axis=0) - clean))),
    }
    return {
        "format": ${text(modelFormat)},
        "version": 1,
        "name": ${text(name)},
        "writtenBy": f"Keras {keras.__version__} on {keras.backend.backend()}",
        "experiment": EXPERIMENT,
        "dataset": DATASET,
        "step": last["step"],
        "samplesPassed": round(last["epoch"] * DATASET["trainCount"]),
        "epoch": last["epoch"],
        "evaluation": {"outdated": False, "evaluation": evaluation},
    }`,
  );
}

const saveRun = `METRICS = ["step", "epoch", "seconds", "train_loss", "test_loss", "test_mse", "validation_loss"]
OPTIONAL_METRICS = ["test_loss_all", "reconstruction", "sparsity", "kl"]


def save_run(model, rows, about, folder):
    """model.safetensors, and metrics.csv and metrics.json: a row for each step at which anything was measured."""
    arrays = {key: ops.convert_to_numpy(weight) for key, weight in tensors_of(model)}
    arrays = {key: array[:, None] if array.ndim == 3 else array for key, array in arrays.items()}
    metadata = {"format": about["format"], "model": json.dumps(about)}
    save_file({key: np.ascontiguousarray(a) for key, a in arrays.items()}, folder / "model.safetensors", metadata)

    columns = METRICS + [name for name in OPTIONAL_METRICS if any(name in row for row in rows)]
    table = [[row.get(name) for name in columns] for row in rows]
    with open(folder / "metrics.csv", "w", newline="") as file:
        csv.writer(file).writerows([columns, *table])
    (folder / "metrics.json").write_text(json.dumps({"columns": columns, "rows": table, "model": about}))`;
