// Files and pastes on the drawing pad of Train: a picture for images, numbers for signals.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { photographsInfo, signalsInfo } from '../../core/samples/testing/other-infos';
import type { Session } from '../../session/session';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;
const pad = page.getByRole('region', { name: 'Drawing pad', exact: true });
const drawing = pad.getByRole('img', { name: 'Drawing', exact: true });
const input = () => document.querySelector<HTMLInputElement>('input[aria-label="File for the drawing pad"]')!;

/** What the engine was last given, as `[drawing id, values]`. */
const given = () =>
  engine.commands.findLast(([command]) => command === 'setDrawing')?.slice(1) as
    [number, Uint8Array | Float32Array | null] | undefined;

async function open(info: DatasetInfo): Promise<void> {
  location.hash = '#train';
  ({ session, engine } = createTestSession());
  close = openApp(session);
  await expect.poll(() => engine.runId()).not.toBe('');
  start(info);
  await expect.element(pad.getByRole('button', { name: 'Choose a file' })).toBeInTheDocument();
}

function start(info: DatasetInfo): void {
  const runId = engine.runId();
  const { experiment } = session.run.store.getState();
  engine.emit(startedEvent(runId, experiment, info));
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  engine.emit(snapshotEvent(runId, 0, experiment, info.shape));
}

/** The engine answers with what it was given. */
async function answer(): Promise<Float32Array> {
  await expect.poll(() => given()?.[1] ?? null).not.toBeNull();
  const [drawingId, values] = given()!;
  const scale = values instanceof Uint8Array ? 1 / 255 : 1;
  const original = Float32Array.from(values ?? [], (value) => value * scale);
  const code = new Float32Array(16);
  const about = { runId: engine.runId(), step: 0, drawingId, code, codeDeviation: null, point: null };
  engine.emit({ type: 'drawing', ...about, original, noisy: original, reconstructed: original });
  return original;
}

async function pictureFile(width: number, height: number, colour: string): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return new File([await canvas.convertToBlob()], 'sea.png', { type: 'image/png' });
}

function paste(target: Element, data: DataTransfer): void {
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

beforeEach(async () => {
  await page.viewport(1440, 900);
});
afterEach(() => close());

it('a picture becomes a sample of the data, stands on the pad, and gives it back when it is cleared', async () => {
  await open(photographsInfo);
  await userEvent.upload(input(), await pictureFile(120, 200, 'rgb(0, 102, 255)'));
  const original = await answer();
  expect([...original.subarray(0, 3)]).toEqual([0, 102 / 255, 1].map(Math.fround));
  expect(original).toHaveLength(720);
  await expect.poll(() => (drawing.element() as HTMLCanvasElement).width).toBe(12);
  await userEvent.click(page.getByRole('button', { name: 'Clear drawing' }));
  expect(given()?.[1]).toBeNull();
  await expect.poll(() => (drawing.element() as HTMLCanvasElement).width).toBe(280);
});

it('a picture can be pasted, and what is none is refused by name while the pad keeps what it has', async () => {
  await open(photographsInfo);
  const clipboard = new DataTransfer();
  clipboard.items.add(await pictureFile(12, 20, 'rgb(255, 0, 0)'));
  paste(drawing.element(), clipboard);
  expect([...(await answer()).subarray(0, 3)]).toEqual([1, 0, 0]);
  await userEvent.upload(input(), new File(['not a picture'], 'notes.png', { type: 'image/png' }));
  await expect
    .element(pad.getByRole('alert'))
    .toHaveTextContent(
      'notes.png is not a picture that this browser reads. Choose a PNG, JPEG, WebP or GIF.',
    );
  expect(given()?.[1]?.[0]).toBe(255);
  await userEvent.upload(input(), await pictureFile(12, 20, 'rgb(0, 0, 255)'));
  await expect.element(pad.getByRole('alert')).not.toBeInTheDocument();
});

it('numbers of a signal are pasted or come from a file, are brought to the length of the data, and stand on the pad', async () => {
  await open(signalsInfo);
  const clipboard = new DataTransfer();
  clipboard.setData('text/plain', '-5,5\n5,5\n');
  const line = pad.getByRole('application', { name: 'Draw a line over time' });
  await expect.element(line).toBeInTheDocument();
  paste(line.element(), clipboard);
  const original = await answer();
  expect(original).toHaveLength(100);
  // From the least to the greatest value in 50 points; the other channel stays at the greatest.
  expect([original[0], original[1], original[98], original[99]]).toEqual([0, 1, 1, 1]);
  expect(original[50]).toBeCloseTo(25 / 49, 2);
  await expect
    .element(drawing)
    .toHaveAttribute('aria-description', 'Lowest at 1, channel 1: −5. Highest at 1, channel 2: 5.');
  await userEvent.upload(input(), new File(['1,2\n3,x\n'], 'beat.csv', { type: 'text/csv' }));
  await expect
    .element(pad.getByRole('alert'))
    .toHaveTextContent('beat.csv has “x” on line 2, which is not a number.');
});

it('a picture does not stay on the pad of a data set of signals', async () => {
  await open(photographsInfo);
  await userEvent.upload(input(), await pictureFile(12, 20, 'rgb(255, 0, 0)'));
  await answer();
  start(signalsInfo);
  await expect.poll(() => given()?.[1]).toBeNull();
  await expect.element(page.getByRole('button', { name: 'Clear drawing' })).toBeDisabled();
});

it('a signal is drawn by keys, from a test sample or from nothing, answered while it is drawn, and cleared', async () => {
  await open(signalsInfo);
  const line = pad.getByRole('application', { name: 'Draw a line over time' });
  await expect.element(line).toBeInTheDocument();
  (line.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}{ArrowUp}');
  await expect.element(line.getByRole('status')).toHaveTextContent('at 1: 0.2');
  await expect.poll(() => given()?.[1]?.[0]).toBeCloseTo(0.52);
  // Level from the only point of the first channel; the other stays in the middle.
  expect([given()?.[1]?.[98], given()?.[1]?.[99]]).toEqual([Math.fround(0.52), 0.5]);
  await userEvent.click(page.getByRole('button', { name: 'Clear drawing' }));
  expect(given()?.[1]).toBeNull();
  engine.answerWith({ testImages: () => Promise.resolve(new Float32Array(100).fill(1.25)) });
  await userEvent.click(pad.getByRole('button', { name: 'Test sample' }));
  await expect.poll(() => given()?.[1]?.[99]).toBe(1.25);
  (line.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}{ArrowDown}');
  await expect.poll(() => given()?.[1]?.[98]).toBeLessThan(1.1);
  expect(given()?.[1]?.[0]).toBe(1.25);
});
