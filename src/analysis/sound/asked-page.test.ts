// The analysis worker's answers about sound, with windows that it asks the page for.
import { expect, test, vi } from 'vitest';
import { allOf } from '../../core/experiment/trained-on';
import { CodedError } from '../../core/failure';
import { addNoise } from '../../core/sound/noise';
import { snr } from '../../core/sound/snr';
import { pianoWindows } from '../../data/sound/piano-windows';
import { makeOwnDataset } from '../../data/sources/testing/own-dataset';
import { Analysis } from '../analysis';

vi.stubGlobal('navigator', {}); // without locks, as in Node before 21

const hertz = [220, 330, 440, 550];
const note = (hz: number) =>
  Float32Array.from({ length: 6000 }, (_, at) => 0.3 * Math.sin((2 * Math.PI * hz * at) / 8000 + hz));
const notes = hertz.map((hz, place) => ({ name: `${hz} Hz`, isHeldOut: place === 0, signal: note(hz) }));
const clean = note(440);
const question = { ...addNoise(clean, 'white', 5, 1), windows: allOf('piano'), codeSize: 6 };
const quiet = () => undefined;

test(
  'windows that the page makes are asked for once it can make them, and fitted',
  { timeout: 60_000 },
  async () => {
    const askPage = vi
      .fn(() => pianoWindows(notes))
      .mockRejectedValueOnce(new CodedError({ code: 'data.not-decodable', file: 'A0.ogg' }));
    const analysis = new Analysis();
    await analysis.open({ baseUrl: 'http://localhost/', lifeLock: 'test-sound' }, askPage);
    await expect(analysis.cleanSound(question, quiet)).rejects.toThrow('data.not-decodable');
    // A browser does not learn to decode: it was asked once.
    expect(askPage.mock.calls).toEqual([['piano']]);
    const cleaned = await analysis.cleanSound(question, quiet);
    expect(askPage).toHaveBeenCalledTimes(2);
    // Three pure notes lie in six directions: PCA lets 6 of 512 parts of the noise through.
    expect(snr(clean, cleaned!.pca!)).toBeGreaterThan(14);
    expect(snr(clean, cleaned!.linear!)).toBeGreaterThan(snr(clean, cleaned!.pca!) - 1);
    const overtaken = analysis.cleanSound(question, quiet);
    analysis.cancel('sound');
    expect(await overtaken).toBeNull();
  },
);

test('without a page there are no such windows; samples of another shape are no windows', async () => {
  const analysis = new Analysis();
  await analysis.open({ baseUrl: 'http://localhost/', lifeLock: 'test-sound-alone' });
  await expect(analysis.cleanSound(question, quiet)).rejects.toThrow('data.not-here');
  const id = 'own:00000000000000dd';
  const split = { values: new Float32Array(60 * 8) };
  analysis.lend(id, await makeOwnDataset({ id, shape: [8, 1], train: split, test: split }));
  const cleaned = await analysis.cleanSound({ ...question, windows: allOf(id) }, quiet);
  expect([cleaned?.pca, cleaned?.linear]).toEqual([null, null]);
  expect(snr(clean, cleaned!.wiener)).toBeGreaterThan(14);
});
