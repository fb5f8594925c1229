// The whole page against an engine that only notes its commands: what is on the screen, and what the controls ask for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { familyPatch } from '../catalog/families/registry';
import { defaultExperiment } from '../core/experiment/experiment';
import type { Session } from '../session/session';
import {
  codeStatisticsEvent,
  evaluationEvent,
  progressEvent,
  type FakeEngine,
} from '../session/testing/fake-engine';
import { snapshotEvent } from '../session/testing/snapshot-event';
import { createTestSession } from '../session/testing/test-session';
import { openApp, showFirstRun } from './app-for-tests';

let close: () => void;
let session: Session;
let engine: FakeEngine;

function openPage() {
  ({ session, engine } = createTestSession());
  close = openApp(session, { keys: true });
}

function say(...events: Parameters<FakeEngine['emit']>[0][]) {
  events.forEach(engine.emit);
}

const begin = () => showFirstRun(session, engine);

/** What the person asked for; which views are seen is told beside it, whenever the browser has found out. */
const asked = () => engine.commands.filter(([name]) => name !== 'setSeen');
const readOut = (name: string) => page.getByRole('status', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the page', () => {
  beforeEach(async () => {
    await page.viewport(1440, 900);
    openPage();
  });
  afterEach(() => close());

  it('says what it is doing until the engine is ready, and shows no picture', async () => {
    say({ type: 'stage', runId: engine.runId(), stage: 'warm-up', message: { code: 'stage.warming-up' } });
    await expect
      .element(page.getByText('Warming up: compiling the training step').first())
      .toBeInTheDocument();
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

  it.each([1280, 1440])(
    'has a bar that fits %d pixels, whatever the family and however long the run',
    async (width) => {
      await page.viewport(width, 900);
      await begin();
      session.run.change({ architecture: 'convolutional', codeKind: 'gaussian', noise: 'gaussian', beta: 4 });
      const runId = await begin();
      const step = 123_456;
      const measured = { loss: 187.4, terms: { reconstruction: 150.1, kl: 12.3 }, inputMse: 0.1156 };
      say(evaluationEvent(runId, { step: step - 60, ...measured }), progressEvent(runId, step, [0.000012]));
      await expect.element(readOut('Step')).toHaveTextContent('123,456');
      await expect.element(readOut('Experiment family')).toBeVisible();
      await document.fonts.ready;
      const bar = readOut('Step').element().closest('main')!.firstElementChild!;
      const right = Math.max(
        ...[...bar.querySelectorAll('*')].map((part) => part.getBoundingClientRect().right),
      );
      expect(right).toBeLessThanOrEqual(width - 20);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    },
  );

  it('measures of a Gaussian code the negative ELBO, whatever the weight of the KL term', async () => {
    await begin();
    expect(readOut('Negative ELBO').query()).toBeNull();
    await page.getByRole('radio', { name: 'Variational' }).click();
    const runId = await begin();
    say(evaluationEvent(runId, { loss: 200, terms: { reconstruction: 90.5, kl: 15.1 } }));
    await expect.element(readOut('Negative ELBO')).toHaveAttribute('data-value', '105.6');
    await expect.element(readOut('Negative ELBO')).toHaveTextContent('105.6');
    await expect.element(readOut('Test loss')).toHaveAttribute('data-value', '200');
  });

  it('counts the active units of a sparse code, and no more when the code has another size', async () => {
    await begin();
    expect(readOut('Active units').query()).toBeNull();
    session.run.change({ sparsity: 'l1', codeSize: 4 });
    let runId = engine.runId();
    const experiment = session.run.experiment.getState();
    say({
      type: 'changed',
      runId,
      step: 0,
      patch: { sparsity: 'l1', codeSize: 4 },
      experiment,
      trainCount: 60_000,
      parameters: 9,
    });
    say(evaluationEvent(runId), codeStatisticsEvent(runId, [0.5, 0.25, 0, 1]));
    await expect.element(readOut('Active units')).toHaveAttribute('data-value', '1.75');
    session.run.change({ codeSize: 5 });
    runId = engine.runId();
    const wider = session.run.experiment.getState();
    say({
      type: 'changed',
      runId,
      step: 0,
      patch: { codeSize: 5 },
      experiment: wider,
      trainCount: 60_000,
      parameters: 9,
    });
    await expect.element(readOut('Active units')).not.toHaveAttribute('data-value');
  });

  it('says what the experiment has become where that is more than the family chosen', async () => {
    await begin();
    const badge = readOut('Experiment family');
    const isShown = () => badge.element().getBoundingClientRect().width > 1;
    await expect.element(badge).toHaveTextContent('undercomplete');
    await expect.poll(isShown).toBe(false);
    await page.getByRole('radio', { name: 'Denoising' }).click();
    expect(isShown()).toBe(false);
    session.run.change({ sparsity: 'l1' });
    await expect.element(badge).toHaveTextContent('denoising + L1 sparse');
    await expect.poll(isShown).toBe(true);
    await expect.element(page.getByRole('radio', { name: 'Sparse' })).toBeChecked();
  });

  it('draws a line for each term that is on, and hides one by its name', async () => {
    await begin();
    session.run.change({ codeKind: 'gaussian', loss: 'bce' });
    const runId = await begin();
    const terms = { reconstruction: 100, kl: 20 };
    say(evaluationEvent(runId, { scope: 'subset', count: 500, loss: 120, terms }));
    const curves = page.getByRole('region', { name: 'Loss curves' });
    const kl = curves.getByRole('button', { name: 'KL', exact: true });
    const chart = curves.getByRole('img');
    await expect.element(chart).toHaveAccessibleName(/reconstruction 100\.00 .*KL 20\.000 .*−ELBO 120\.00/);
    await kl.click();
    await expect.element(kl).toHaveAttribute('aria-pressed', 'false');
    await expect.element(chart).not.toHaveAccessibleName(/KL 20/);
    await kl.click();
    await expect.element(chart).toHaveAccessibleName(/KL 20/);
  });

  it('offers a smaller learning rate when a run has diverged', async () => {
    const runId = await begin();
    say({ type: 'diverged', runId, step: 30, restoredStep: 20, cause: 'reconstruction' });
    await expect.element(page.getByText(/Training stopped at step 30/)).toBeVisible();
    engine.commands.length = 0;
    await button('Train on at 0.0002').click();
    expect(asked()).toEqual([
      ['change', runId, { learningRate: 0.0002 }],
      ['play', runId],
    ]);
  });

  it('shows noise in every place when it is turned on', async () => {
    const runId = await begin();
    expect(page.getByRole('img', { name: 'Noisy', exact: true }).query()).toBeNull();
    expect(readOut('Median filter MSE').query()).toBeNull();
    engine.commands.length = 0;
    await page.getByRole('radio', { name: 'Denoising' }).click();
    const patch = familyPatch('denoising', defaultExperiment);
    expect(asked()).toEqual([['change', runId, patch]]);
    const noisy = session.run.experiment.getState();
    say(
      { type: 'changed', runId, step: 0, patch, experiment: noisy, trainCount: 60_000, parameters: 9 },
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
    session.run.change({ seed: 5 });
    await expect
      .element(page.getByRole('img', { name: 'Reconstructed', exact: true }))
      .not.toBeInTheDocument();
    await expect.element(readOut('Test MSE')).not.toHaveAttribute('data-value');
    await begin();
    await expect.element(page.getByRole('img', { name: 'Reconstructed', exact: true })).toBeInTheDocument();
  });

  it('says of which step a view is as long as the run is at another', async () => {
    const runId = await begin();
    say(progressEvent(runId, 4, [4, 3, 2, 1]));
    const reconstructions = page.getByRole('region', { name: 'Reconstructions' });
    await expect.element(reconstructions).toHaveTextContent(/step 0/);
    say(snapshotEvent(runId, 4));
    await expect.element(reconstructions).not.toHaveTextContent(/step \d/);
    await expect.element(readOut('Train loss')).toHaveAttribute('data-value', '2.5');
  });
});
