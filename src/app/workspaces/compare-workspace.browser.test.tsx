// The Compare workspace against an engine that only notes its commands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { exploredPca } from '../../session/testing/explored-set';
import { startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { snapshotEvent } from '../../session/testing/snapshot-event';
import type { Session } from '../../session/session';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';
import { buildFamilies, giveAnswers } from './compared-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const image = (name: string) => page.getByRole('img', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const readOut = (place: string, name: string) => region(place).getByRole('status', { name, exact: true });
const link = (name: string) => page.getByRole('link', { name, exact: true });
const names = () => engine.commands.map(([name]) => name);

async function openPage() {
  ({ session, engine } = createTestSession());
  close = openApp(session, { keys: true, address: true });
  await expect.poll(() => engine.runId()).not.toBe('');
  engine.emit(startedEvent(engine.runId()));
  engine.emit({ type: 'stage', runId: engine.runId(), stage: 'ready', message: { code: 'stage.ready' } });
}

/** The four stand and have answered once. Their ids, in the order of the families. */
async function begin(): Promise<string[]> {
  engine.commands.length = 0;
  await button('Train the four families').click();
  return buildFamilies(engine);
}

function answerDrawing(runId: string) {
  const original = new Float32Array(784).fill(1);
  engine.emit({
    type: 'drawing',
    runId,
    step: 0,
    drawingId: 1,
    original,
    noisy: original,
    reconstructed: new Float32Array(784).fill(0.5),
    code: new Float32Array(16),
    codeDeviation: null,
    point: null,
  });
}

describe('the Compare workspace', () => {
  beforeEach(async () => {
    await page.viewport(1440, 900);
    history.replaceState(null, '', '?#compare');
    await openPage();
  });
  afterEach(() => close());

  it('is reached by a link, is the only one mounted, and the way back leads to Train', async () => {
    await expect.element(link('Compare')).toHaveAttribute('aria-current', 'page');
    expect(region('Reconstructions').query()).toBeNull();
    await link('Train').click();
    await expect.element(region('Reconstructions')).toBeInTheDocument();
    await expect.element(link('Train')).toHaveAttribute('aria-current', 'page');
    expect(region('The same images').query()).toBeNull();
    // What is changed in Train is taken along, though that entry of the history is older than the change.
    const { runId } = session.run.store.getState();
    session.run.change({ learningRate: 0.01 });
    history.back();
    await expect.element(region('The same images')).toBeInTheDocument();
    expect(location.href).toMatch(/\?v=1&learningRate=0\.01#compare$/);
    expect(session.run.experiment.getState().learningRate).toBe(0.01);
    expect(session.run.store.getState().runId).toBe(runId);
  });

  it('says before the first start what will happen, and what differs', async () => {
    await expect.element(region('The same images')).toHaveTextContent(/4 × 60,000 training images/);
    await expect.element(region('Denoising')).toHaveTextContent(/Gaussian noise of 0\.5/);
    await expect.element(button('Stop')).toBeDisabled();
    await expect.element(page.getByRole('slider', { name: 'Shared code size' })).toHaveValue('16');
  });

  it('shows the same images through the four and through PCA, with their errors', async () => {
    giveAnswers(engine);
    session.analysis.pca.store.setState({ of: exploredPca.trainedOn, model: exploredPca });
    await begin();
    for (const family of ['Undercomplete', 'Sparse', 'Denoising', 'Variational', 'PCA']) {
      const canvas = image(`Reconstructed by ${family}`);
      await expect.element(canvas).toBeInTheDocument();
      expect((canvas.element() as HTMLCanvasElement).width).toBe(280);
    }
    await expect.element(image('Original')).toBeInTheDocument();
    await expect.element(image('Noisy')).toBeInTheDocument();
    await expect.element(readOut('Denoising', 'Test MSE')).toHaveTextContent('0.3000');
    await expect.element(readOut('Variational', 'Negative ELBO')).toHaveAttribute('data-value', '105');
    await button('Others').click();
    expect(names()).toContain('showOthers');
  });

  it('trains, pauses and goes on by button and by Space, and stops', async () => {
    const [runId = ''] = await begin();
    await button('Pause').click();
    await expect.element(button('Continue')).toBeInTheDocument();
    (document.activeElement as HTMLElement).blur();
    engine.commands.length = 0;
    await userEvent.keyboard(' ');
    await expect.element(button('Pause')).toBeInTheDocument();
    expect(engine.commands[0]).toEqual(['play', runId, 469]);
    // Keys of the Train workspace mean nothing here.
    await userEvent.keyboard('r.');
    expect(names()).toEqual(Array(4).fill('play'));
    await button('Stop').click();
    await expect.element(page.getByText(/These are the last pictures and numbers/)).toBeInTheDocument();
    await expect.element(image('Reconstructed by Sparse')).toBeInTheDocument();
    engine.commands.length = 0;
    await userEvent.keyboard('{Escape}');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard(' ');
    expect(names()).toEqual([]);
  });

  it('counts the steps of each and all', async () => {
    const [, sparse = ''] = await begin();
    engine.emit({
      type: 'progress',
      runId: sparse,
      step: 234,
      trainLosses: Float32Array.of(0.1),
      trainTerms: { reconstruction: Float32Array.of(0.1) },
      epoch: 0.5,
      trainMs: 12,
      imagesPerSecond: 1800,
    });
    await expect.element(region('Sparse')).toHaveTextContent(/step 234 of 469 · 50 %/);
    await expect
      .element(page.getByRole('progressbar', { name: 'All four' }))
      .toHaveAttribute('aria-valuenow', '12');
  });

  it('says in its card that one diverged, and goes on with the others', async () => {
    const [, , , variational = ''] = await begin();
    engine.emit({ type: 'diverged', runId: variational, step: 40, restoredStep: 20, cause: 'kl' });
    await expect
      .element(region('Variational').getByRole('alert'))
      .toHaveTextContent(/Diverged after step 40/);
    await expect.element(button('Pause')).toBeInTheDocument();
  });

  it('shows the drawing of the Train workspace, and what each makes of it', async () => {
    const runIds = await begin();
    const pad = image('Drawing').element();
    await userEvent.click(pad);
    await expect.poll(() => names()).toContain('setDrawing');
    runIds.forEach(answerDrawing);
    await expect.element(image('Drawing through Sparse')).toBeInTheDocument();
    await expect.element(region('The same drawing')).toHaveTextContent(/MSE 0\.2500/);
    const inkOf = (canvas: Element) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return context?.getImageData(140, 140, 1, 1).data[0];
    };
    await link('Train').click();
    await expect.element(region('Drawing pad')).toBeInTheDocument();
    await expect.poll(() => inkOf(image('Drawing').element())).toBe(255);
    await button('Clear drawing').click();
    await link('Compare').click();
    await expect.element(region('The same drawing')).toBeInTheDocument();
    await expect.poll(() => inkOf(image('Drawing').element())).toBe(0);
    expect(image('Drawing through Sparse').query()).toBeNull();
  });

  it('says that the four are of earlier settings, and trains again with those of now', async () => {
    await begin();
    session.run.change({ learningRate: 0.01 });
    await expect.element(page.getByText(/Changed since: Learning rate/)).toBeInTheDocument();
    engine.commands.length = 0;
    await button('Start over').click();
    expect(names().filter((name) => ['end', 'buildBeside'].includes(name))).toEqual([
      ...Array<string>(4).fill('end'),
      ...Array<string>(4).fill('buildBeside'),
    ]);
    const built = engine.commands.find(([name]) => name === 'buildBeside');
    expect(built?.[2]).toMatchObject({ learningRate: 0.01 });
    await expect.element(page.getByText(/Changed since/)).not.toBeInTheDocument();
  });

  it('goes on in another engine, and keeps its last pictures when engines keep dying', async () => {
    const runIds = await begin();
    const restarted = async () => {
      engine.commands.length = 0;
      engine.die();
      await expect.poll(() => names().filter((name) => name === 'buildBeside')).toHaveLength(4);
      runIds.forEach((runId) => engine.emit(startedEvent(runId)));
      runIds.forEach((runId) => engine.emit(snapshotEvent(runId)));
    };
    await restarted();
    await expect.element(button('Pause')).toBeInTheDocument();
    await expect.element(image('Reconstructed by Sparse')).toBeInTheDocument();
    await restarted();
    await restarted();
    engine.die();
    await expect
      .element(page.getByText(/The engine kept stopping, which ended these four/))
      .toBeInTheDocument();
    await expect.element(image('Reconstructed by Sparse')).toBeInTheDocument();
  });

  it('fits 1440 x 900 without scrolling, and 390 x 844 without scrolling sideways', async () => {
    const { documentElement } = document;
    expect(documentElement.scrollHeight).toBeLessThanOrEqual(900);
    const runIds = await begin();
    runIds.forEach(answerDrawing);
    await expect.poll(() => documentElement.scrollHeight).toBeLessThanOrEqual(900);
    await page.viewport(390, 844);
    await expect.poll(() => documentElement.scrollWidth).toBeLessThanOrEqual(390);
    expect(button('Pause').element().getBoundingClientRect().bottom).toBeLessThanOrEqual(844);
  });
});
