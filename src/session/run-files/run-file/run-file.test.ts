import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../../core/formats/safetensors';
import { unlabelled } from '../../archive/run-entry';
import { trainedRun } from '../../testing/trained-run';
import { runFile } from '../files-of-run';
import { runFileFailureOf } from '../run-file-failure';
import { readZip } from '../zip/read-zip';
import { unpackRun } from './unpack-run';

const at = new Date(2026, 10, 29);
const labels = { ...unlabelled, name: '<img src=x onerror=alert(1)>', note: 'in class', tags: ['a'] };

async function read(bytes: Uint8Array<ArrayBuffer>) {
  return unpackRun('a.hourglass', await readZip('a.hourglass', new Blob([bytes])));
}

const files = async () => unzipSync(await runFile(trainedRun(), { labels, at }));

/** Why the run file is refused once its entries are changed. */
async function failureOf(change: (entries: Unzipped) => void): Promise<unknown> {
  const entries = await files();
  change(entries);
  return failure(zipSync(entries) as Uint8Array<ArrayBuffer>);
}

function failure(bytes: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return read(bytes).then(() => null, runFileFailureOf);
}

type Json = Record<string, Record<string, unknown>>;

/** Changes what `run.json` says. */
const inJson = (change: (json: Json) => void) => (entries: Unzipped) => {
  const json = JSON.parse(new TextDecoder().decode(entries['run.json'])) as Json;
  change(json);
  entries['run.json'] = new TextEncoder().encode(JSON.stringify(json));
};

/** Writes the weights anew, with their checksum, as somebody would who means it. */
const inWeights = (change: (tensors: Map<string, { shape: number[]; values: Float32Array }>) => void) =>
  async function (entries: Unzipped): Promise<void> {
    const tensors = new Map(
      [...readSafetensors(entries['model.safetensors']!).tensors].map(([key, { shape, values }]) => [
        key,
        { shape: [...shape], values },
      ]),
    );
    change(tensors);
    entries['model.safetensors'] = writeSafetensors({ tensors, metadata: {} });
    inJson((json) => (json['files'] = {}))(entries);
  };

describe('a run file', () => {
  it.each([
    ['dense', trainedRun()],
    [
      'convolutional, with a Gaussian code',
      trainedRun({ architecture: 'convolutional', codeKind: 'gaussian' }),
    ],
    ['on signals', trainedRun({ optimizer: 'adam' }, [16, 1])],
  ])('gives the same run again, bit for bit: %s', async (_, kept) => {
    const { kept: again, labels: read_ } = await read(await runFile(kept, { labels, at }));
    expect(again).toEqual({ ...kept, record: { ...kept.record, notes: [] } });
    expect(read_).toEqual(labels);
  });

  it('has the best weights, and early stopping goes on from them', async () => {
    const kept = trainedRun();
    const checkpoint = {
      ...kept.record.checkpoint!,
      earlyStopping: { bestLoss: 0.1, bestStep: 5, waitingSince: 2 },
    };
    const best = { loss: 0.1, checkpoint: { ...trainedRun({ seed: 2 }).record.checkpoint!, step: 5 } };
    const record = { ...kept.record, checkpoint, best };
    const { kept: again } = await read(await runFile({ ...kept, record }, { at }));
    expect(again.record).toEqual({ ...record, notes: [] });
  });

  it('has a picture and a table for people', async () => {
    const entries = await files();
    expect([...(entries['pictures/samples.png'] ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(new TextDecoder().decode(entries['metrics.csv'])).toMatch(/step,epoch,seconds,train_loss/);
  });

  it.each([
    [
      'no ZIP',
      (): unknown => failure(new TextEncoder().encode('PK\u0003\u0004 and then nothing')),
      'run-file.bad-zip',
    ],
    [
      'an archive that is cut off',
      async () => failure((await runFile(trainedRun())).slice(0, 3000)),
      'run-file.bad-zip',
    ],
    ['a later version', () => failureOf(inJson((json) => (json['version'] = 2 as never))), 'run-file.newer'],
    ['no description', () => failureOf((entries) => delete entries['run.json']), 'run-file.missing'],
    ['no weights', () => failureOf((entries) => delete entries['model.safetensors']), 'run-file.missing'],
    [
      'a setting out of range',
      () => failureOf(inJson((json) => ((json['record']!['experiment'] as Json)['codeSize'] = 0 as never))),
      'run-file.content',
    ],
    [
      'a name of its own making',
      () => failureOf(inJson((json) => (json['record']!['runId'] = '../<b>'))),
      'run-file.content',
    ],
    [
      'a label that is an object',
      () => failureOf(inJson((json) => (json['labels']!['name'] = {}))),
      'run-file.content',
    ],
    [
      'a data set that is not the one it was trained on',
      () =>
        failureOf(
          inJson(
            (json) => (((json['record']!['facts'] as Json)['dataset'] as Json)['id'] = 'quickdraw' as never),
          ),
        ),
      'run-file.content',
    ],
    [
      'curves of unequal length',
      () =>
        failureOf(
          inJson((json) =>
            (((json['record']!['curves'] as Json)['train'] as Json)['steps'] as unknown as number[]).pop(),
          ),
        ),
      'run-file.content',
    ],
    [
      'slots of another optimizer',
      () =>
        failureOf(
          inJson(
            (json) => (((json['record']!['checkpoint'] as Json)['optimizer'] as Json)['slots'] = 1 as never),
          ),
        ),
      'run-file.content',
    ],
    [
      'weights that were changed',
      () =>
        failureOf(
          (entries) => (entries['model.safetensors']![entries['model.safetensors']!.length - 1]! ^= 1),
        ),
      'run-file.changed',
    ],
  ])('with %s is refused', async (_, make, code) => {
    expect(await make()).toMatchObject({ file: 'a.hourglass', code });
  });

  it.each([
    [
      'another shape',
      inWeights((all) => all.set('encoder/0/bias', { shape: [2, 3], values: new Float32Array(6) })),
      { code: 'run-file.tensor-shape', expected: [6] },
    ],
    [
      'a missing tensor',
      inWeights((all) => all.delete('decoder/0/kernel')),
      { code: 'run-file.missing-tensor', key: 'decoder/0/kernel' },
    ],
    [
      'one too many',
      inWeights((all) => all.set('<b>', { shape: [1], values: new Float32Array(1) })),
      { code: 'run-file.unknown-tensor', key: '<b>' },
    ],
    [
      'a number that is none',
      inWeights((all) => all.get('encoder/0/bias')!.values.fill(NaN)),
      { code: 'run-file.not-finite' },
    ],
  ])('whose weights have %s is refused', async (_, change, expected) => {
    const entries = await files();
    await change(entries);
    expect(await failure(zipSync(entries) as Uint8Array<ArrayBuffer>)).toMatchObject({
      entry: 'model.safetensors',
      ...expected,
    });
  });

  it('that unpacks to more than any run has is refused before it is unpacked', async () => {
    const bomb = zipSync({ 'run.json': new Uint8Array(64e6) }, { level: 9 }) as Uint8Array<ArrayBuffer>;
    expect(bomb.length).toBeLessThan(100_000);
    expect(await failure(bomb)).toMatchObject({ code: 'run-file.too-large', bytes: 64e6 });
  });
});
