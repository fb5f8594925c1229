// The tools of Explore against an engine whose decoder answers a code with an image of one grey, the sum of its numbers, and
// whose encoder finds the code (grey, 0).
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exploredCodes, exploredExperiment } from '../../session/testing/explored-set';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import type { Session } from '../../session/session';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

const pixels = 28 * 28;
let session: Session;
let engine: FakeEngine;
let close: () => void;
const tool = (name: string) => userEvent.click(page.getByRole('tab', { name, exact: true }));
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const image = (name: string) => page.getByRole('img', { name, exact: true });
const tools = page.getByRole('region', { name: 'Tools', exact: true });

/** The codes that the engine was asked to decode last. */
const asked = () => engine.commands.findLast(([command]) => command === 'decode')?.[2] as Float32Array;

/** Grey of test image `index`, in [0, 1]. */
const greyOf = (index: number) => (index % 5) / 4;

/** The byte in the middle of an image that is shown; of a row of several, in that column. */
async function greyShown(name: string, column = 0): Promise<number> {
  await expect.element(image(name)).toBeInTheDocument();
  const canvas = image(name).element() as HTMLCanvasElement;
  const [red = -1] = canvas.getContext('2d')?.getImageData(28 * column + 14, 14, 1, 1).data ?? [];
  return red;
}

async function pressOn(name: string, key: string): Promise<void> {
  slider(name).element().focus();
  await userEvent.keyboard(key);
}

async function open(experiment = exploredExperiment) {
  ({ session, engine } = createTestSession({ experiment }));
  const stamp = () => ({ runId: engine.runId(), step: 0 });
  engine.answerWith({
    decode: (_, given) =>
      Promise.resolve({
        images: Float32Array.from(
          { length: (given.length / 2) * pixels },
          (_, i) => (given[2 * Math.floor(i / pixels)] ?? 0) + (given[2 * Math.floor(i / pixels) + 1] ?? 0),
        ),
        ...stamp(),
      }),
    encode: (_, images) =>
      Promise.resolve({
        codes: Float32Array.from({ length: (2 * images.length) / pixels }, (_, i) =>
          i % 2 === 0 ? (images[(i / 2) * pixels] ?? 0) : 0,
        ),
        ...stamp(),
      }),
    testImages: (_, indices) =>
      Promise.resolve(
        Float32Array.from({ length: indices.length * pixels }, (_, i) =>
          greyOf(indices[Math.floor(i / pixels)] ?? 0),
        ),
      ),
  });
  close = openApp(session, { address: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  engine.emit(startedEvent(engine.runId(), experiment));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: { code: 'stage.ready' } });
  engine.emit(snapshotEvent(engine.runId(), 0, experiment));
  engine.emit(exploredCodes(engine.runId()));
}

beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#explore';
});
afterEach(() => {
  close();
  location.hash = '#train';
});

it('decodes the code that the sliders make, and goes back to the image’s', async () => {
  await open();
  await tool('Sliders');
  session.explore.store.setState({ start: { kind: 'test', index: 1 } });
  await expect.poll(() => greyShown('Decoded code')).toBeCloseTo(0.25 * 255, -1);
  await pressOn('Unit 1', '{End}');
  const highest = Number((slider('Unit 1').element() as HTMLInputElement).value);
  await expect.poll(() => asked()[0]).toBeCloseTo(highest, 4);
  expect(highest).toBeGreaterThan(0.25);
  expect(asked()[1]).toBe(0);
  await userEvent.click(page.getByRole('button', { name: 'Back to the image’s code' }));
  await expect.poll(() => asked()[0]).toBeCloseTo(0.25, 6);
});

it('lays the path between the codes of two images, its ends their reconstructions, beside the cross-fade', async () => {
  await open();
  await tool('Interpolation');
  session.explore.store.setState({
    ends: { from: { kind: 'test', index: 0 }, to: { kind: 'test', index: 4 } },
  });
  for (const name of ['Straight path in code', 'Cross-fade of pixels']) {
    await expect.poll(() => greyShown(name)).toBe(0);
    await expect.poll(() => greyShown(name, 10)).toBe(255);
    expect(Math.abs((await greyShown(name, 5)) - 127)).toBeLessThan(2);
  }
  await expect.element(image('Spherical path in code')).not.toBeInTheDocument();
});

it('decodes the mean of A without that of B and with that of C', async () => {
  await open();
  await tool('Arithmetic');
  session.explore.putInPlace('a', session.explore.classSet(1));
  session.explore.putInPlace('b', session.explore.classSet(0));
  // The classes are 2.2 apart from left to right, and alike from top to bottom.
  await expect.poll(() => asked()[0]).toBeCloseTo(2.2, 4);
  expect(asked()[1]).toBeCloseTo(0, 4);
  session.explore.putInPlace('c', session.explore.classSet(0));
  await expect.poll(() => asked()[0]).toBeCloseTo(1.295, 4);
  await expect.element(image('Result of the arithmetic')).toBeInTheDocument();
});

it('draws codes from a Gaussian fitted to the codes, others every time', async () => {
  await open();
  await tool('Generate');
  await expect
    .element(tools)
    .toHaveTextContent('codes are drawn from a Gaussian fitted to those of the test images');
  await expect.element(image('Sample 12')).toBeInTheDocument();
  expect(asked()).toHaveLength(24);
  const drawn = asked().slice();
  await userEvent.click(page.getByRole('button', { name: 'Draw samples' }));
  await expect.poll(() => asked()).not.toEqual(drawn);
  // Without deviation every sample is the mean.
  await pressOn('Temperature', '{Home}');
  await expect.poll(() => new Set(asked().filter((_, i) => i % 2 === 0)).size).toBe(1);
  expect(asked()[0]).toBeCloseTo(0.195, 4);
});

it('draws from N(0, I) for a Gaussian code, and goes along the sphere too', async () => {
  await open({ ...exploredExperiment, codeKind: 'gaussian' });
  await tool('Generate');
  await expect.element(tools).toHaveTextContent('drawn from N(0, I)');
  await pressOn('Temperature', '{Home}');
  await expect.poll(() => asked().every((value) => value === 0)).toBe(true);
  await tool('Interpolation');
  await expect.element(image('Spherical path in code')).toBeInTheDocument();
});
