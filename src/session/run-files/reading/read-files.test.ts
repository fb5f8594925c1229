import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import { trainedRun } from '../../testing/trained-run';
import { filesOfRun, runFile, tfjsArchive, weightFiles, weightsArchive } from '../files-of-run';
import { readFiles } from './read-files';

const noDataset = () => Promise.resolve(null);
const file = (name: string, content: BlobPart) => ({ name, blob: new Blob([content]) });
const kept = trainedRun({ seed: 5 });
const { checkpoint } = kept.record;

/** What of a network without history is that of the run. */
const sameNetwork = {
  kept: {
    record: {
      step: 7,
      experiment: { seed: 5, hidden: [6], codeSize: 3 },
      testAll: { evaluation: { mse: 0.04 } },
      checkpoint: {
        weights: checkpoint?.weights,
        samplesPassed: checkpoint?.samplesPassed,
        // It starts fresh, with moments of zero.
        optimizer: { updates: 0, slots: [{ length: 8 }, { length: 8 }] },
      },
    },
  },
};

describe('files that are chosen', () => {
  it('are read whether they are packed or loose', async () => {
    const loose = weightFiles(kept).map(({ name, bytes }) => file(name, bytes));
    const [tensors] = loose;
    for (const chosen of [
      [file('net.zip', await weightsArchive(kept))],
      loose,
      [tensors!],
      [file('net.zip', await tfjsArchive(kept))],
    ]) {
      const { runs, failures } = await readFiles(chosen, noDataset);
      expect(failures).toEqual([]);
      expect(runs).toMatchObject([sameNetwork]);
    }
  });

  it('of which one cannot be read do not keep out the others', async () => {
    const good = await runFile(kept);
    const { runs, failures } = await readFiles(
      [
        file('a.hourglass', good),
        file('b.hourglass', good),
        file('c.hourglass', good.slice(0, 900)),
        file('notes.txt', 'hello'),
        file('empty.hourglass', ''),
      ],
      noDataset,
    );
    expect(runs.map(({ kept: { record } }) => record.step)).toEqual([7, 7]);
    expect(failures.map(({ file: name, code }) => [name, code])).toEqual([
      ['c.hourglass', 'run-file.bad-zip'],
      ['notes.txt', 'run-file.unknown'],
      ['empty.hourglass', 'run-file.unreadable'],
    ]);
  });

  it('that say something of weights are not read without them', async () => {
    const beside = (await filesOfRun(kept)).filter(({ name }) => name.endsWith('.json'));
    const loose = beside.map(({ name, bytes }) => file(name, bytes));
    expect(loose.map(({ name }) => name)).toEqual(['model.json', 'metrics.json']);
    for (const chosen of [loose, [loose[0]!], [loose[1]!]]) {
      const { runs, failures } = await readFiles(chosen, noDataset);
      expect(runs).toEqual([]);
      expect(failures.map(({ code }) => code)).toEqual(chosen.map(() => 'run-file.without-weights'));
    }
  });

  it('that have one name are not mixed up', async () => {
    const [tensors] = weightFiles(kept).map(({ name, bytes }) => file(name, bytes));
    const { runs, failures } = await readFiles([tensors!, tensors!], noDataset);
    expect(runs).toHaveLength(1);
    expect(failures).toMatchObject([{ file: 'model.safetensors', code: 'run-file.same-name' }]);
  });

  it('that another program packed are told from a run file', async () => {
    const { failures } = await readFiles(
      [
        file('pictures.zip', zipSync({ 'a.png': new Uint8Array(9) })),
        file('b.hourglass', zipSync({ 'a.png': new Uint8Array(9) })),
      ],
      noDataset,
    );
    expect(failures).toMatchObject([
      { file: 'pictures.zip', code: 'run-file.unknown' },
      { file: 'b.hourglass', code: 'run-file.missing', name: 'run.json' },
    ]);
  });
});

it('a Gaussian network comes back from its TensorFlow.js encoder and decoder, convolutional ones and masks included', async () => {
  for (const patch of [
    { codeKind: 'gaussian' },
    { architecture: 'convolutional', codeKind: 'gaussian' },
    { noise: 'block', maskInput: 'on' },
  ] as const) {
    const run = trainedRun(patch);
    const { runs, failures } = await readFiles([file('a.zip', await tfjsArchive(run))], noDataset);
    expect(failures).toEqual([]);
    expect(runs[0]?.kept.record.checkpoint?.weights).toEqual(run.record.checkpoint?.weights);
    expect(runs[0]?.kept.record.experiment).toEqual(run.record.experiment);
  }
});

it('all files of a run are there, by name', async () => {
  const files = await filesOfRun(kept, { pcaMse: 0.05 });
  expect(files.map(({ name }) => name)).toEqual([
    ...['run.hourglass', 'model.safetensors', 'model.json', 'README.md', 'metrics.csv', 'metrics.json'],
  ]);
  const card = new TextDecoder().decode(files.find(({ name }) => name === 'README.md')?.bytes);
  expect(card).toMatch(/^---\ntags:/);
  expect(card).toContain('| This network | 0.0400 |');
  expect(card).toMatch(/\| PCA with 3 components \| 0\.0500 \|/);
});

describe('a layers model that another program wrote', () => {
  const findDataset = (shape: readonly number[]) =>
    Promise.resolve(shape.join() === '16' ? { ...digitsInfo, shape: [4, 4, 1] } : null);

  interface Layer {
    units: number;
    activation: string;
    kind?: string;
  }

  /** A Sequential model as Keras 3 writes it for TensorFlow.js. */
  function sequential(layers: readonly Layer[], inputs = 16) {
    const sizes = [inputs, ...layers.map(({ units }) => units)];
    const weights = layers.flatMap((_, i) => [
      { name: `sequential/dense_${i}/kernel`, shape: [sizes[i], sizes[i + 1]], dtype: 'float32' },
      { name: `sequential/dense_${i}/bias`, shape: [sizes[i + 1]], dtype: 'float32' },
    ]);
    const floats = weights.reduce((sum, { shape }) => sum + shape.reduce((a = 1, b = 1) => a * b, 1)!, 0);
    const topology = {
      model_config: {
        class_name: 'Sequential',
        config: {
          layers: [
            { class_name: 'InputLayer', config: { batch_shape: [null, inputs], name: 'input' } },
            ...layers.map(({ units, activation, kind = 'Dense' }, i) => ({
              class_name: kind,
              config: { name: `dense_${i}`, units, activation, dtype: { class_name: 'DTypePolicy' } },
            })),
          ],
        },
      },
    };
    const json = { modelTopology: topology, weightsManifest: [{ paths: ['w.bin'], weights }] };
    const values = new Float32Array(floats).map((_, i) => Math.cos(i));
    return [file('model.json', JSON.stringify(json)), file('w.bin', values)];
  }

  const dense = (units: number, activation = 'relu'): Layer => ({ units, activation });
  const mirrored = [dense(8), dense(2, 'linear'), dense(8), dense(16, 'sigmoid')];

  it('is read where the playground can build the same, on the data that fit, at step 0', async () => {
    const { runs, failures } = await readFiles(sequential(mirrored), findDataset);
    expect(failures).toEqual([]);
    const { record } = runs[0]!.kept;
    expect(record).toMatchObject({
      step: 0,
      experiment: {
        dataset: 'mnist',
        hidden: [8],
        codeSize: 2,
        activation: 'relu',
        outputActivation: 'sigmoid',
      },
      facts: { parameters: 16 * 8 + 8 + 8 * 2 + 2 + 2 * 8 + 8 + 8 * 16 + 16 },
    });
    expect(record.checkpoint?.weights[0]?.slice(0, 2)).toEqual(Float32Array.of(1, Math.cos(1)));
  });

  it.each([
    [
      'layers that are not mirrored',
      [dense(8), dense(2, 'linear'), dense(9), dense(16, 'sigmoid')],
      'run-file.tensor-shape',
    ],
    ['an odd number of layers', [dense(8), dense(2, 'linear'), dense(16, 'sigmoid')], 'network.not-mirrored'],
    [
      'another activation',
      [dense(8), dense(2, 'linear'), dense(8, 'tanh'), dense(16, 'sigmoid')],
      'network.activation',
    ],
    [
      'an activation that is not here',
      [dense(8, 'gelu'), dense(2, 'linear'), dense(8, 'gelu'), dense(16, 'sigmoid')],
      'network.setting',
    ],
    ['another kind of layer', [{ ...dense(8), kind: 'LSTM' }, ...mirrored.slice(1)], 'network.layer'],
    [
      'widths beyond the limits',
      [dense(2), dense(2, 'linear'), dense(2), dense(16, 'sigmoid')],
      'network.setting',
    ],
  ])('with %s is refused', async (_, layers, code) => {
    const { runs, failures } = await readFiles(sequential(layers), findDataset);
    expect(runs).toEqual([]);
    expect(failures).toMatchObject([{ code }]);
  });

  it('that names the same file again and again is refused before it is read', async () => {
    const [model, weights] = sequential(mirrored);
    const json = JSON.parse(await model!.blob.text()) as { weightsManifest: [{ paths: string[] }] };
    json.weightsManifest[0].paths = new Array<string>(1000).fill('w.bin');
    const { failures } = await readFiles([file('model.json', JSON.stringify(json)), weights!], findDataset);
    expect(failures).toMatchObject([{ code: 'run-file.content', place: 'weightsManifest' }]);
  });

  it('for samples that no data set has, or without its weights, is refused', async () => {
    const other = [dense(8), dense(2, 'linear'), dense(8), dense(17, 'sigmoid')];
    const { failures } = await readFiles(sequential(other, 17), findDataset);
    expect(failures).toMatchObject([{ code: 'network.no-data', size: 17 }]);
    const { failures: missing } = await readFiles(sequential(mirrored).slice(0, 1), findDataset);
    expect(missing).toMatchObject([{ code: 'run-file.missing', name: 'w.bin' }]);
  });

  it('is not read from an archive that leads out of itself', async () => {
    const archive = unzipSync(await weightsArchive(kept));
    const evil = zipSync({ ...archive, '../model.json': new Uint8Array(2) });
    const { failures } = await readFiles([file('a.zip', evil)], noDataset);
    expect(failures).toMatchObject([{ code: 'run-file.bad-zip' }]);
  });
});
