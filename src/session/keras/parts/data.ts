// Reading the data: MNIST through Keras, a prepared data set as the playground serves it (a manifest and shards), or the NPZ file
// that the page saves.
import { isOwn } from '../../../core/experiment/dataset-id';
import { blocks, float } from '../python';
import type { ScriptFacts } from '../source';

export function dataPart(facts: ScriptFacts): string {
  return blocks(loadData(facts), readShards, readArchive(facts));
}

function loadData({ experiment: { dataset } }: ScriptFacts): string {
  const without =
    dataset === 'mnist'
      ? `    if path is None:
        (x_train, y_train), (x_test, _) = keras.datasets.mnist.load_data()
        return [x[..., None] / np.float32(255) for x in (x_train, x_test)] + [y_train]`
      : `    if path is None:
        raise SystemExit("Give the data with --data: ${whereToFind(dataset)}")`;
  return `def load_data(path):
    """Training samples, test samples (float32, [count, *SHAPE]), and the classes of the former ([count])."""
${without}
    path = Path(path)
    if not path.exists():
        raise SystemExit(f"--data: there is no {path}")
    x_train, x_test, y_train = read_shards(path) if path.is_dir() else read_archive(path)
    for x in (x_train, x_test):
        if x.shape[1:] != SHAPE:
            raise SystemExit(f"--data: samples are {x.shape[1:]}, and the network was planned for {SHAPE}")
    return x_train, x_test, y_train`;
}

function whereToFind(dataset: string): string {
  if (dataset === 'quickdraw' || dataset === 'patches')
    return `the folder public/data/${dataset} of the playground, with its manifest.json.`;
  return 'the NPZ file that the playground saves under Export, Data.';
}

const readShards = `def read_shards(folder):
    """A prepared data set: manifest.json, and gzipped shards of values followed by 16-bit classes."""
    manifest = json.loads((folder / "manifest.json").read_text())
    dtype = np.dtype("<f4" if manifest.get("values") == "float32" else "u1")

    def read(part):
        values, labels = [], []
        for shard in manifest[part]["shards"]:
            raw = gzip.decompress((folder / shard["file"]).read_bytes())
            size = shard["count"] * math.prod(manifest["sampleShape"]) * dtype.itemsize
            values.append(np.frombuffer(raw[:size], dtype))
            labels.append(np.frombuffer(raw[size:], "<u2"))
        samples = np.concatenate(values).reshape(-1, *manifest["sampleShape"])
        scale = np.float32(255 if dtype == np.uint8 else 1)
        return samples / scale, np.concatenate(labels)

    (x_train, y_train), (x_test, _) = read("train"), read("test")
    return x_train, x_test, y_train`;

function readArchive({ experiment: { dataset }, dataset: { valueRange } }: ScriptFacts): string {
  const [low, high] = isOwn(dataset) ? valueRange : [0, 255];
  return `def read_archive(file):
    """An NPZ file in the data's own units, brought to the playground's scale."""
    with np.load(file) as archive:
        low, high = archive["value_range"] if "value_range" in archive else (${float(low)}, ${float(high)})
        if "place_ranges" in archive:
            low, high = np.moveaxis(archive["place_ranges"].reshape(*SHAPE, 2), -1, 0)
        span = np.where(np.equal(high, low), 1, np.subtract(high, low, dtype="float64"))
        x_train, x_test = [
            ((archive[name].reshape(-1, *SHAPE) - np.float64(low)) / span).astype("float32")
            for name in ("x_train", "x_test")
        ]
        y_train = archive["y_train"] if "y_train" in archive else np.zeros(len(x_train), int)
    return x_train, x_test, y_train`;
}
