import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOptions } from './options.mjs';
import { createProgressLine, durationText, progressText } from './progress-line.mjs';
import { prepareFolder, writeFiles } from './run-folder.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hourglass-train-'));
/** @param {string[]} more */
const read = (...more) => readOptions(['--out', folder, '--steps', '5', ...more]);

describe('the command line of the headless training', () => {
  test('takes an address, its query alone, and settings without a question mark', () => {
    for (const given of ['https://a.host/page/?codeSize=8#explore/sliders', '?codeSize=8', '"?codeSize=8"'])
      expect(read('--experiment', given.replaceAll('"', ''))).toMatchObject({
        source: { kind: 'link', search: '?codeSize=8' },
      });
    expect(read('--experiment', 'codeSize=8&seed=2')).toMatchObject({
      source: { kind: 'link', search: '?codeSize=8&seed=2' },
    });
    expect(read()).toMatchObject({ source: { search: '?' }, backend: 'auto', seed: null, threads: null });
  });

  test('takes a JSON file and a run file, each by its content', () => {
    writeFileSync(join(folder, 'a.txt'), '{"codeSize": 8}');
    writeFileSync(join(folder, 'b.hourglass'), 'PK\x03\x04 …');
    expect(read('--experiment', join(folder, 'a.txt'))).toMatchObject({
      source: { kind: 'json', text: '{"codeSize": 8}' },
    });
    expect(read('--experiment', join(folder, 'b.hourglass'))).toMatchObject({
      source: { kind: 'run-file', name: 'b.hourglass' },
    });
  });

  test.each([
    [['--experiment', 'nowhere.json'], /"nowhere.json" is neither a file nor a link/],
    [['--backend', 'tpu'], /"tpu" is no backend: give one of auto, wasm/],
    [['--epochs', '2'], /either --steps N or --epochs N/],
    [['--seed', '1.5'], /--seed "1.5" is not a whole number/],
    [['--threads', '9'], /--threads "9" is not a whole number from 1 to 8/],
    [['--stpes', '3'], /Unknown option '--stpes'/],
  ])('%j is refused, and what is wrong is said', (more, message) => {
    expect(() => read(...more)).toThrow(message);
  });

  test('the folder is asked for, and so is how far to train', () => {
    expect(() => readOptions(['--steps', '5'])).toThrow(/--out FOLDER/);
    expect(() => readOptions(['--out', folder])).toThrow(/either --steps N or --epochs N/);
    expect(readOptions(['--out', folder, '--epochs', '0.5'])).toMatchObject({ length: { epochs: 0.5 } });
    expect(readOptions(['--help'])).toBe('help');
  });
});

describe('the folder of a run', () => {
  test('is made, and a run in it is not written over unasked', () => {
    const inner = join(folder, 'a', 'b');
    prepareFolder(inner, false);
    writeFiles(inner, [{ name: 'metrics.json', base64: Buffer.from('{}').toString('base64') }]);
    expect(() => prepareFolder(inner, false)).toThrow(/has a run already/);
    prepareFolder(inner, true);
  });

  test('cannot be a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => prepareFolder(join(file, 'x'), false)).toThrow(/there is a file of that name/);
    expect(() => prepareFolder(file, false)).toThrow(/there is a file of that name/);
  });
});

describe('the progress of a training', () => {
  const progress = { stage: 'Ready', step: 50, total: 200, epoch: 1, loss: 0.0123456, imagesPerSecond: 1000 };

  test('says how far it is, and how long it takes at the speed so far', () => {
    expect(progressText(progress, 10_000, 0)).toBe(
      '[######------------------] 25 %  step 50/200  epoch 1.00  loss 0.01235  1000 samples/s  30 s left',
    );
    expect(durationText(3725)).toBe('1 h 2 min');
  });

  test('is rewritten in place on a terminal, and a line now and then elsewhere', () => {
    const show = (/** @type {boolean} */ isTTY) => {
      let text = '';
      let clock = 0;
      const line = createProgressLine({ isTTY, columns: 200, write: (more) => (text += more) }, () => clock);
      line.show({ ...progress, step: 0, stage: 'Reading the data set' });
      for (let step = 1; step <= 200; step++) {
        clock += 40;
        line.show({ ...progress, step });
      }
      line.end();
      return text;
    };
    expect(show(true).split('\n')).toHaveLength(2);
    const lines = show(false).trimEnd().split('\n');
    // The stage, one after five seconds, the last.
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/100 % {2}step 200\/200/);
  });
});
