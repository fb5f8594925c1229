// The page on data that is not MNIST: upright photographs in colour with two classes, and signals of two channels without labels.
// The decoder answers every code with a sample whose values are all 1.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleSize } from '../../core/samples/samples';
import { photographsInfo, signalsInfo } from '../../core/samples/testing/other-infos';
import type { Session } from '../../session/session';
import { exploredCodes, exploredExperiment, exploredImages } from '../../session/testing/explored-set';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;
const region = (name: string) => page.getByRole('region', { name, exact: true });
const image = (name: string) => page.getByRole('img', { name, exact: true });
const tool = (name: string) => userEvent.click(page.getByRole('tab', { name, exact: true }));

async function picture(name: string): Promise<HTMLCanvasElement> {
  await expect.element(image(name)).toBeInTheDocument();
  return image(name).element() as HTMLCanvasElement;
}

function pixel(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

async function open(address: string, info: DatasetInfo): Promise<void> {
  location.hash = address;
  const experiment = exploredExperiment;
  ({ session, engine } = createTestSession({ experiment }));
  const size = sampleSize(info.shape);
  const stamp = () => ({ runId: engine.runId(), step: 0 });
  const ones = (count: number) => new Float32Array(count * size).fill(1);
  engine.answerWith({
    decode: (_, codes) => Promise.resolve({ images: ones(codes.length / 2), ...stamp() }),
    encode: (_, given) => Promise.resolve({ codes: new Float32Array((2 * given.length) / size), ...stamp() }),
    testImages: (_, indices) => Promise.resolve(ones(indices.length)),
  });
  close = openApp(session, { address: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  const runId = engine.runId();
  engine.emit(startedEvent(runId, experiment, info));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  const snapshot = snapshotEvent(runId, 0, experiment, info.shape);
  engine.emit({
    ...snapshot,
    labels: snapshot.labels.map((_, i) => (info.classNames.length > 0 ? i % 2 : 0)),
  });
  const codes = exploredCodes(runId);
  const labels = info.classNames.length > 0 ? codes.labels : new Uint16Array(exploredImages);
  engine.emit({ ...codes, labels });
  engine.emit({ type: 'map', runId, step: 0, points: codes.codes, labels, axes: 'code', explained: null });
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});
afterEach(() => {
  close();
  location.hash = '#train';
});

describe('photographs in colour', () => {
  it('stand in Train at their own resolution, in colour and not stretched', async () => {
    await open('#train', photographsInfo);
    const original = await picture('Original');
    expect([original.width, original.height]).toEqual([120, 20]);
    // Sample k is a grey of k twelfths; reconstructions are two twelfths brighter.
    await vi.waitFor(() => expect(pixel(original, 119, 19)).toEqual([191, 191, 191]));
    expect(pixel(await picture('Reconstructed'), 0, 0)).toEqual([43, 43, 43]);
    // The error is a sixth, shown three times as large.
    expect([127, 128]).toContain(pixel(await picture('Error'), 60, 10)[0]);
    await expect.element(region('Reconstructions')).toHaveTextContent('shown 3 ×');
    const { width, height } = original.getBoundingClientRect();
    expect(width / 10 / height).toBeCloseTo(12 / 20, 2);
    const input = await picture('Input image');
    expect([input.width, input.height]).toEqual([12, 20]);
    await expect
      .element(page.getByRole('button', { name: 'Show test image 100, land, in the diagram' }))
      .toBeInTheDocument();
    await expect.element(region('Latent space')).toHaveTextContent('sea');
    const seen = await picture('Reconstructed drawing');
    expect([seen.width, seen.height]).toEqual([12, 20]);
  });

  it('are decoded in their own shape by every tool of Explore', async () => {
    await open('#explore', photographsInfo);
    await tool('Sliders');
    await vi.waitFor(async () =>
      expect(pixel(await picture('Decoded code'), 11, 19)).toEqual([255, 255, 255]),
    );
    const choices = await picture('Choices for Start from');
    expect([choices.width, choices.height]).toEqual([120, 20]);
    await tool('Interpolation');
    const faded = await picture('Cross-fade of pixels');
    expect([faded.width / 12, faded.height]).toEqual([11, 20]);
    await tool('Generate');
    const sample = await picture('Sample 1');
    expect([sample.width, sample.height]).toEqual([12, 20]);
    session.explore.setManifold(8);
    const manifold = await picture('Manifold');
    await expect.poll(() => manifold.height % 20 === 0 && manifold.width % 12 === 0).toBe(true);
    await expect.poll(() => pixel(manifold, 5, 5)).toEqual([255, 255, 255]);
  });
});

describe('signals without labels', () => {
  it('stand in Train as lines on one scale, as many as one can read, and say where they differ', async () => {
    await open('#train', signalsInfo);
    const original = await picture('Original');
    const columns = region('Reconstructions').getByRole('button', { name: /in the diagram$/ });
    await expect.poll(() => columns.elements().length).toBeGreaterThan(3);
    const shown = columns.elements().length;
    expect(shown).toBeLessThan(10);
    expect(original.getBoundingClientRect().width / shown).toBeGreaterThan(80);
    // Sample k is k twelfths, level: a line as far up, with nothing above it.
    const lineAt = (sample: number) => {
      const x = Math.round(((sample + 0.5) * original.width) / shown);
      const rows = Array.from({ length: original.height }, (_, y) => pixel(original, x, y)[0] ?? 0);
      return 1 - rows.findIndex((value) => value > 200) / original.height;
    };
    await vi.waitFor(() => expect(lineAt(0)).toBeCloseTo(0.08, 1));
    expect(lineAt(3) - lineAt(0)).toBeCloseTo(3 / 12 / 1.16, 1);
    expect((await picture('Error')).width).toBe(original.width);
    // A sixth of the range from -5 to 5.
    await expect
      .element(image('Reconstructed'))
      .toHaveAttribute(
        'aria-description',
        expect.stringMatching(/^Largest difference in sample \d, .*: 1\.67\.$/),
      );
    await expect.element(region('Reconstructions')).toHaveTextContent('test samples the network');
    await expect.element(image('Output sample')).toBeInTheDocument();
    await expect
      .element(page.getByRole('button', { name: 'Show test sample 100 in the diagram' }))
      .toBeInTheDocument();
    expect(document.body.textContent).not.toContain('not images');
  });

  it('are coloured by error on the map of Train, which asks for the errors', async () => {
    await open('#train', signalsInfo);
    const space = region('Latent space');
    await expect
      .element(space)
      .toHaveTextContent('No classes to colour by: the colour is the reconstruction error.');
    // The errors are 0 to 0.039; the ramp leaves out the outermost hundredths.
    await expect.element(space).toHaveTextContent(/error0(\.00\d+)?0\.039/);
    await expect
      .poll(() => engine.commands.findLast(([command]) => command === 'setSeen')?.[1])
      .toContain('codes');
    await expect
      .element(space.getByRole('img', { name: 'Map of the codes of the test samples' }))
      .toBeInTheDocument();
    expect(space.getByRole('button', { pressed: true }).query()).toBeNull();
  });

  it('have no classes in Explore: no legend, no menus, no counts', async () => {
    await open('#explore', signalsInfo);
    await expect.element(region('Code map')).toHaveTextContent('No classes to colour by: the colour is');
    await expect
      .element(page.getByRole('combobox', { name: 'Colour by' }))
      .toHaveTextContent('reconstruction error');
    expect(page.getByRole('button', { name: /^Select class/ }).query()).toBeNull();
    expect(page.getByRole('combobox', { name: 'All of class' }).query()).toBeNull();
    session.explore.selectCaught(Uint32Array.of(0, 2));
    // The errors of samples 0 and 2 are 0 and 0.002, those of all forty 0 to 0.039.
    await expect
      .element(region('Selection'))
      .toHaveTextContent('these samples have no labels. Mean error 0.0010, of all 0.0195.');
    const mean = await picture('Mean sample');
    expect(mean.width / mean.height).toBeCloseTo(1.5, 1);
    await tool('Arithmetic');
    await expect.element(region('Tools')).toHaveTextContent('sets come from the map');
    await tool('Code quality');
    await expect.element(region('Tools')).toHaveTextContent('at least two labelled classes');
  });
});
