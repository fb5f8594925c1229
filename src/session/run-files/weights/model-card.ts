// The model card, `README.md`: what the network is, what it was trained on, how good it is beside PCA, and how to load it. YAML front
// matter as Hugging Face reads it (huggingface.co/docs/hub/model-cards). What the person wrote is escaped: a card is shown as HTML.
import { narrowestLayer } from '../../../catalog/architectures/plan';
import { familyName, familyOf } from '../../../catalog/families/registry';
import { controlTexts } from '../../../core/experiment/control-texts';
import { defaultExperiment, settings, type Setting } from '../../../core/experiment/experiment';
import { englishOf, inEnglish } from '../../../core/language/english';
import { countText, epochText, lossText } from '../../../core/number-text';
import { sampleKind } from '../../../core/samples/sample-kind';
import { sampleWords } from '../../../core/samples/words/sample-words';
import { runNameInFiles } from '../../archive/run-name';
import type { RunLabels } from '../../archive/run-entry';
import type { RunRecord } from '../../runs/run';
import { tensorsOf } from './model-json';
import { networkOf } from './network-of';

export interface CardFacts {
  readonly record: RunRecord;
  readonly labels: RunLabels;
  /**
   * Mean squared error of PCA on the same test set with as many numbers as the narrowest layer; null where it was not computed.
   */
  readonly pcaMse: number | null;
}

/** In English, as all files. */
export function modelCard(facts: CardFacts): string {
  return inEnglish(() => cardText(facts));
}

function cardText({ record, labels, pcaMse }: CardFacts): string {
  const { checkpoint, dataset, plan } = networkOf(record);
  const { experiment, step } = checkpoint;
  const name = runNameInFiles({ name: labels.name, experiment, data: dataset });
  const many = englishOf(sampleWords(sampleKind(dataset.shape)).many);
  const { width } = narrowestLayer(plan);
  const results = resultsOf(record, pcaMse, width);
  const changed = settings.filter(
    (setting) => JSON.stringify(experiment[setting]) !== JSON.stringify(defaultExperiment[setting]),
  );
  const note = labels.note.trim();
  return [
    frontMatter(name, record, results),
    `# ${plain(name)}`,
    `An autoencoder (${familyName(experiment)}) that squeezes ${many} of ${plain(dataset.name)} (${dataset.shape.join(' × ')}) into ${countText(experiment.codeSize)} numbers and rebuilds them. Trained in a browser with Hourglass: ${countText(step)} steps, ${epochText(record.epoch)} epochs.`,
    ...(note === '' ? [] : [`> ${plain(note)}`]),
    '## Results',
    results.length === 0
      ? 'Not measured.'
      : table(
          ['Method', 'Mean squared error per value'],
          results.map(({ method, value }) => [method, lossText(value)]),
        ),
    resultsNote(record, pcaMse),
    '## Data',
    `${plain(dataset.name)}: ${countText(record.facts?.trainCount ?? dataset.trainCount)} ${many} to train on, ${countText(dataset.testCount)} to test. Licence of the data: ${plain(dataset.licence)}. ${plain(dataset.attribution)}`,
    'The data are not in these files. The weights have no licence of their own until you give them one.',
    '## Settings',
    table(
      ['Setting', 'Value'],
      settings
        .filter((setting) => always.includes(setting) || changed.includes(setting))
        .map((setting) => [englishOf(controlTexts[setting].label), `\`${valueOf(experiment[setting])}\``]),
    ),
    'All others have their default values; `model.json` has every one.',
    '## Load',
    loading(record),
    '## Tensors',
    table(
      ['Key', 'Shape'],
      tensorsOf(record).map(({ key, shape }) => [`\`${key}\``, shape.join(' × ')]),
    ),
    'Kernels have the layout of Keras: `[inputs, outputs]` of a dense layer, `[height, width, in, out]` of a convolution, `[height, width, out, in]` of a transposed one.',
    '',
  ].join('\n\n');
}

/** Settings that a card names whatever they are. */
const always: readonly Setting[] = [
  ...(['dataset', 'architecture', 'codeSize', 'codeKind', 'activation', 'outputActivation', 'loss'] as const),
  ...(['optimizer', 'learningRate', 'batchSize', 'seed'] as const),
];

function valueOf(value: unknown): string {
  return Array.isArray(value) ? (value.length === 0 ? 'all' : value.join(', ')) : String(value);
}

interface Result {
  readonly method: string;
  readonly value: number;
}

/** The network first, then what needs no network. */
function resultsOf({ testAll }: RunRecord, pcaMse: number | null, width: number): Result[] {
  if (testAll === null) return [];
  const { mse, meanImageMse, inputMse } = testAll.evaluation;
  return [
    { method: 'This network', value: mse },
    ...(pcaMse === null ? [] : [{ method: `PCA with ${countText(width)} components`, value: pcaMse }]),
    ...(inputMse > 0 ? [{ method: 'The noisy input as it is', value: inputMse }] : []),
    { method: 'The mean of the training set', value: meanImageMse },
  ];
}

function resultsNote({ testAll, step }: RunRecord, pcaMse: number | null): string {
  const scope =
    testAll === null
      ? ''
      : `On all ${countText(testAll.evaluation.count)} test samples, which were never trained on${testAll.evaluation.step === step ? '' : `, measured at step ${countText(testAll.evaluation.step)}`}${testAll.outdated ? ', before the last changes' : ''}.`;
  const noisy =
    testAll !== null && testAll.evaluation.inputMse > 0
      ? ' The network gets noisy input and is measured against the clean sample; PCA here gets the clean one.'
      : '';
  const without = pcaMse === null ? ' PCA was not computed for this file.' : '';
  return `${scope}${noisy}${without}`.trim();
}

function frontMatter(name: string, record: RunRecord, results: readonly Result[]): string {
  const { checkpoint, dataset } = networkOf(record);
  const text = (value: string) => JSON.stringify(value);
  const tags = [
    'autoencoder',
    familyOf(checkpoint.experiment),
    checkpoint.experiment.architecture,
    'hourglass',
  ];
  const index =
    results.length === 0
      ? []
      : [
          'model-index:',
          `- name: ${text(name)}`,
          '  results:',
          '  - task:',
          '      type: reconstruction',
          '      name: Reconstruction',
          '    dataset:',
          `      name: ${text(dataset.name)}`,
          `      type: ${text(dataset.id)}`,
          '      split: test',
          '    metrics:',
          ...results.flatMap(({ method, value }) => [
            '    - type: mse',
            `      value: ${value}`,
            `      name: ${text(method)}`,
          ]),
        ];
  return ['---', 'tags:', ...tags.map((tag) => `- ${text(tag)}`), ...index, '---'].join('\n');
}

function loading(record: RunRecord): string {
  const { plan, checkpoint } = networkOf(record);
  const isDense = plan.layers.every(({ kind }) => kind === 'dense');
  const isGaussian = checkpoint.experiment.codeKind === 'gaussian';
  const hourglass =
    'In Hourglass: Compare, Runs, Import, and choose `model.safetensors`. In Keras 3: the script that Hourglass exports loads it.';
  if (!isDense) return hourglass;
  return [
    hourglass,
    `With NumPy alone (\`pip install numpy safetensors\`), ${isGaussian ? 'by the mean of the code' : 'from sample to reconstruction'}:`,
    ['```python', numpyProgram, '```'].join('\n'),
  ].join('\n\n');
}

/** Runs a dense network of any size by its `model.json`. */
const numpyProgram = `import json
import numpy as np
from safetensors.numpy import load_file

weights = load_file("model.safetensors")
model = json.load(open("model.json"))
activations = {
    "linear": lambda a: a,
    "relu": lambda a: np.maximum(a, 0),
    "elu": lambda a: np.where(a > 0, a, np.expm1(np.minimum(a, 0))),
    "tanh": np.tanh,
    "sigmoid": lambda a: 1 / (1 + np.exp(-a)),
}


def run(x, part):
    """x: [batch, numbers]; part: "encoder" or "decoder"."""
    for layer in model["layers"]:
        if layer["place"].startswith(part) and not layer["place"].endswith("zLogVar"):
            a = x @ weights[layer["kernel"]] + weights[layer["bias"]]
            x = activations[layer["activation"]](a)
    return x


def reconstruct(samples):
    """samples: [batch, numbers], as in training (pixels in [0, 1])."""
    return run(run(samples, "encoder"), "decoder")`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** On one line, and nothing in it is markup. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]#|~]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
