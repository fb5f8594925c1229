// For tests only: Apply: Inpainting on a fake engine and a fake analysis. Samples are white; the network answers every pixel with
// a half, the rivals with a quarter.
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { HoleQuestion, RivalErrors, TestHoles } from '../../../core/inpainting/inpainting-api';
import { filledIn, holeError } from '../../../core/inpainting/mask';
import { defaultExperiment, type ExperimentPatch } from '../../../core/experiment/experiment';
import type { DatasetInfo } from '../../../core/samples/dataset-info';
import { sampleSize } from '../../../core/samples/samples';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import { createInpainting } from '../../../session/inpainting/create-inpainting';
import type { InpaintingState } from '../../../session/inpainting/inpainting';
import type { Session } from '../../../session/session';
import { startedEvent, type FakeEngine } from '../../../session/testing/fake-engine';
import { snapshotEvent } from '../../../session/testing/snapshot-event';
import { createTestSession } from '../../../session/testing/test-session';
import { point } from '../../../ui/mount-for-tests';
import { openApp } from '../../app-for-tests';

export interface OpenInpainting {
  readonly session: Session;
  readonly engine: FakeEngine;
  readonly close: () => void;
  readonly state: () => InpaintingState;
  /** How many pixels are missing. */
  readonly missing: () => number;
}

export const image = (name: string) => page.getByRole('img', { name, exact: true });
export const button = (name: string) => page.getByRole('button', { name, exact: true });
export const radio = (name: string) =>
  page.getByRole('radiogroup', { name: 'Damage' }).getByRole('radio', { name, exact: true });

/** The exact value of a read-out; NaN while it has none. */
export function value(name: string): number {
  const output = page.getByRole('status', { name, exact: true }).element();
  return Number(output.getAttribute('data-value') ?? NaN);
}

export function pixel(name: string, x: number, y: number): number[] {
  const canvas = image(name).element() as HTMLCanvasElement;
  return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

/** The rivals' errors over the test set. */
export const mse = { mean: 0.12, linear: 0.062, ppca: 0.069, neighbours: 0.056 };

function fakeAnalysis(info: DatasetInfo) {
  const filling = ({ sample, mask }: HoleQuestion) => {
    const quarter = new Float32Array(sample.length).fill(0.25);
    return {
      filled: filledIn(sample, quarter, mask, info.shape),
      holeMse: holeError(sample, quarter, mask, info.shape),
    };
  };
  const forever = () => new Promise(() => undefined);
  return {
    fillHole: (question: HoleQuestion) => {
      const one = filling(question);
      return Promise.resolve({ mean: one, linear: null, ppca: one, neighbours: one });
    },
    holeErrors: (_: unknown, holes: TestHoles): Promise<RivalErrors> =>
      Promise.resolve({ holes, count: 1000, mse }),
    pca: forever,
    noisyReference: forever,
    cancel: () => undefined,
  };
}

export async function openInpainting(
  info = digitsInfo,
  patch: ExperimentPatch = {},
): Promise<OpenInpainting> {
  location.hash = '#apply/inpainting';
  const experiment = { ...defaultExperiment, ...patch };
  const { session, engine } = createTestSession({ experiment, analysis: fakeAnalysis(info) as never });
  const size = sampleSize(info.shape);
  const stamp = () => ({
    runId: session.run.store.getState().runId,
    step: session.run.store.getState().step,
  });
  const all = (count: number, grey: number) => new Float32Array(count * size).fill(grey);
  engine.answerWith({
    inspect: (_, index) => Promise.resolve({ ...stamp(), original: all(1, 1), label: index % 2 } as never),
    reconstruct: (_, images) => Promise.resolve({ ...stamp(), images: images.map(() => 0.5) }),
    redraw: (_, __, ___, draws) =>
      Promise.resolve({ ...stamp(), images: all(draws.length / experiment.codeSize, 0.75) }),
    testImages: (_, indices) => Promise.resolve(all(indices.length, 1)),
  });
  const close = openApp(session, { address: true, keys: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  const runId = engine.runId();
  engine.emit(startedEvent(runId, experiment, info));
  const loaded = { loadedBytes: 1, totalBytes: 1, trainReady: 60_000, trainTotal: 60_000 };
  engine.emit({ type: 'data-progress', dataset: experiment.dataset, ...loaded });
  engine.emit({ type: 'stage', runId, stage: 'ready', message: { code: 'stage.ready' } });
  engine.emit(snapshotEvent(runId, 0, experiment, info.shape));
  await expect.element(image('Damaged')).toBeVisible();
  await expect.poll(() => value('Hole MSE')).toBeCloseTo(0.25, 5);
  const state = () => session.applications.open(createInpainting).store.getState();
  return { session, engine, close, state, missing: () => state().mask.reduce((sum, one) => sum + one, 0) };
}

/** A stroke over a share of the picture of the damaged sample. */
export function paint(from: readonly [number, number], to: readonly [number, number]): void {
  const canvas = image('Damaged').element();
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const at = ([x, y]: readonly [number, number]) => [left + x * width, top + y * height] as const;
  point(canvas, 'pointerdown', ...at(from));
  point(canvas, 'pointermove', ...at([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]));
  point(canvas, 'pointermove', ...at(to));
  point(canvas, 'pointerup', ...at(to));
}
