// The whole page against an engine that only notes its orders: what is on the screen, and what the controls ask for.
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { defaultExperiment } from '../core/experiment';
import { changeExperiment, reset, startSession } from '../session/actions';
import { experimentStore } from '../session/experiment-store';
import { noticeStore } from '../session/notice-store';
import { runStore } from '../session/run-store';
import {
  createFakeEngine,
  evaluationEvent,
  snapshotEvent,
  startedEvent,
  type FakeEngine,
} from '../session/testing/fake-engine';
import '../ui/theme/base.css';
import { App } from './app';
import { startKeyboard } from './keyboard';

let root: Root;
let engine: FakeEngine;
startKeyboard();

function openPage() {
  engine = createFakeEngine();
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  root = createRoot(element);
  experimentStore.setState(defaultExperiment, true);
  noticeStore.setState([], true);
  startSession(engine.open);
  root.render(<App />);
}

function say(...events: Parameters<FakeEngine['emit']>[0][]) {
  events.forEach(engine.emit);
}

async function begin() {
  await expect.poll(() => engine.runId()).toBeGreaterThan(0);
  const runId = engine.runId();
  say(
    startedEvent(runId, experimentStore.getState()),
    { type: 'stage', runId, stage: 'ready', message: 'Ready' },
    snapshotEvent(runId, 0, experimentStore.getState()),
    evaluationEvent(runId),
  );
  return runId;
}

const names = () => engine.orders.map(([name]) => name);
const readOut = (name: string) => page.getByRole('status', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the page', () => {
  beforeEach(async () => {
    await page.viewport(1440, 900);
    openPage();
  });
  afterEach(() => {
    reset();
    root.unmount();
  });

  it('says what it is doing until the engine is ready, and shows no picture', async () => {
    say({ type: 'stage', runId: engine.runId(), stage: 'warm-up', message: 'Warming up' });
    await expect.element(page.getByText('Warming up …').first()).toBeInTheDocument();
    await expect
      .element(page.getByRole('img', { name: 'Reconstructed', exact: true }))
      .not.toBeInTheDocument();
  });

  it('shows the untrained network under the names of the contract', async () => {
    await begin();
    for (const region of [
      'Reconstructions',
      'Loss curves',
      'Latent space',
      'Drawing pad',
      'Architecture diagram',
    ]) {
      await expect.element(page.getByRole('region', { name: region, exact: true })).toBeInTheDocument();
    }
    const original = page.getByRole('img', { name: 'Original', exact: true }).element() as HTMLCanvasElement;
    expect([original.width, original.height]).toEqual([280, 28]);
    for (const slider of ['Bottleneck size', 'Learning rate', 'Batch size']) {
      await expect.element(page.getByRole('slider', { name: slider, exact: true })).toBeInTheDocument();
    }
    for (const choice of ['Data set', 'Noise', 'Loss', 'Architecture', 'Optimizer', 'Backend']) {
      expect(
        page.getByRole('combobox', { name: choice, exact: true, includeHidden: true }).query(),
      ).not.toBeNull();
    }
    await expect.element(readOut('Test MSE')).toHaveAttribute('data-value', '0.231');
    await expect.element(readOut('Backend')).toHaveAttribute('data-value', 'wasm');
    await expect.element(readOut('Step')).toHaveAttribute('data-value', '0');
  });

  it('fits 1440 x 900 without scrolling, and 390 x 844 without scrolling sideways', async () => {
    await begin();
    const { documentElement } = document;
    await expect.poll(() => documentElement.scrollHeight).toBeLessThanOrEqual(900);
    await page.viewport(390, 844);
    await expect.poll(() => documentElement.scrollWidth).toBeLessThanOrEqual(390);
    const { bottom } = button('Train').element().getBoundingClientRect();
    expect(bottom).toBeLessThanOrEqual(844);
  });

  it('trains, pauses and steps by button and by key, once for each press', async () => {
    await begin();
    engine.orders.length = 0;
    await button('Train').click();
    await expect.element(button('Pause')).toBeInTheDocument();
    // The button has the focus: Space presses it, and the page's own key must not do it again.
    await userEvent.keyboard(' ');
    await expect.element(button('Train')).toBeInTheDocument();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('.');
    expect(names()).toEqual(['play', 'pause', 'play', 'step']);
  });

  it('leaves the keys to a field that is being typed in', async () => {
    await begin();
    await page.getByText('Advanced').click();
    engine.orders.length = 0;
    await page.getByRole('textbox', { name: 'Seed' }).click();
    await userEvent.keyboard('r. ');
    expect(names()).toEqual([]);
  });

  it('shows noise in every place when it is turned on', async () => {
    const runId = await begin();
    expect(page.getByRole('img', { name: 'Noisy', exact: true }).query()).toBeNull();
    expect(readOut('Median filter MSE').query()).toBeNull();
    engine.orders.length = 0;
    await page.getByRole('radio', { name: 'Denoising' }).click();
    expect(engine.orders).toEqual([['change', runId, { noise: 'gaussian' }]]);
    const noisy = experimentStore.getState();
    say(
      { type: 'changed', runId, step: 0, patch: { noise: 'gaussian' }, experiment: noisy, parameters: 9 },
      snapshotEvent(runId, 0, noisy),
    );
    await expect.element(page.getByRole('img', { name: 'Noisy', exact: true })).toBeInTheDocument();
    // What was measured without noise is not the number of the noisy input.
    await expect.element(readOut('Test MSE')).not.toHaveAttribute('data-value');
    say(evaluationEvent(runId, { inputMse: 0.12, medianMse: 0.04, mse: 0.2 }));
    await expect.element(readOut('Input MSE')).toHaveAttribute('data-value', '0.12');
    await expect.element(readOut('Median filter MSE')).toHaveAttribute('data-value', '0.04');
  });

  it('takes everything of the old run off the screen when it builds anew', async () => {
    await begin();
    changeExperiment({ seed: 5 });
    await expect
      .element(page.getByRole('img', { name: 'Reconstructed', exact: true }))
      .not.toBeInTheDocument();
    await expect.element(readOut('Test MSE')).not.toHaveAttribute('data-value');
    await begin();
    await expect.element(page.getByRole('img', { name: 'Reconstructed', exact: true })).toBeInTheDocument();
  });

  it('says of which step a view is as long as the run is at another', async () => {
    const runId = await begin();
    const progress = {
      step: 4,
      trainLosses: Float32Array.of(4, 3, 2, 1),
      epoch: 0.01,
      imagesPerSecond: 7000,
    };
    say({ type: 'progress', runId, ...progress });
    const reconstructions = page.getByRole('region', { name: 'Reconstructions' });
    await expect.element(reconstructions).toHaveTextContent(/step 0/);
    say(snapshotEvent(runId, 4));
    await expect.element(reconstructions).not.toHaveTextContent(/step \d/);
    await expect.element(readOut('Train loss')).toHaveAttribute('data-value', '2.5');
  });

  it('names a shard that could not be had, and asks for it again', async () => {
    await begin();
    say({ type: 'data-failed', dataset: 'mnist', shard: 'train-3.shard', message: 'It is not there.' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/train-3\.shard/);
    await button('Retry').click();
    expect(names()).toContain('retryData');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('says that the engine was restarted and from which step', async () => {
    await begin();
    runStore.setState({ wantsTraining: true });
    engine.die();
    await expect.element(page.getByText(/was restarted from the beginning/)).toBeInTheDocument();
    await expect.poll(() => names().slice(-2)).toEqual(['build', 'play']);
  });
});
