// Families and PCA on the same terms, in the Compare workspace, against an engine that answers what the test tells it to.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Session } from '../../session/session';
import { exploredPca } from '../../session/testing/explored-set';
import {
  codeStatisticsEvent,
  progressEvent,
  startedEvent,
  type FakeEngine,
} from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';
import { buildFamilies, giveAnswers } from './compared-for-tests';

let session: Session;
let engine: FakeEngine;
let close: () => void;

const names = ['Undercomplete', 'Sparse', 'Denoising', 'Variational'];
const image = (name: string) => page.getByRole('img', { name, exact: true });
const region = (name: string) => page.getByRole('region', { name, exact: true });
const readOut = (place: string, name: string) => region(place).getByRole('status', { name, exact: true });

async function begin(): Promise<string[]> {
  engine.commands.length = 0;
  await page.getByRole('button', { name: 'Train the four families' }).click();
  return buildFamilies(engine);
}

describe('the four families and PCA', () => {
  beforeEach(async () => {
    await page.viewport(1440, 900);
    history.replaceState(null, '', '?#compare');
    ({ session, engine } = createTestSession());
    giveAnswers(engine);
    close = openApp(session, { keys: true, address: true });
    await expect.poll(() => engine.runId()).not.toBe('');
    engine.emit(startedEvent(engine.runId()));
    session.analysis.pca.store.setState({ of: exploredPca.trainedOn, model: exploredPca });
  });
  afterEach(() => close());

  it('get the input that is chosen, and are measured on both inputs with the same images', async () => {
    const runIds = await begin();
    const errorOf = (name: string) => Number(readOut('The same images', name).element().dataset['value']);
    await expect.element(region('The same images')).toHaveTextContent(/MSE on the first 1,000/);
    await expect.element(readOut('The same images', 'MSE of Sparse, noisy input')).toBeInTheDocument();
    await expect.element(readOut('The same images', 'MSE of PCA, noisy input')).toBeInTheDocument();
    // The fake engine returns what it is given.
    const noise = errorOf('MSE of the noisy input');
    expect(noise).toBeGreaterThan(0.05);
    for (const family of names) {
      await expect
        .element(readOut('The same images', `MSE of ${family}, noisy input`))
        .toHaveAttribute('data-value', String(noise));
      expect(errorOf(`MSE of ${family}, clean input`)).toBe(0);
    }
    engine.commands.length = 0;
    await page.getByRole('radio', { name: 'Noisy', exact: true }).click();
    const asked = () => engine.commands.filter(([name]) => name === 'reconstruct').map(([, runId]) => runId);
    // Denoising has had this noise anyway.
    await expect.poll(asked).toEqual([runIds[0], runIds[1], runIds[3]]);
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Noise of the input' }), 'Masking 0.5');
    // A thousand images get the new noise first: on a busy machine that takes seconds.
    const newNoise = () => errorOf('MSE of the noisy input');
    await expect.poll(newNoise, { timeout: 20_000 }).not.toBe(noise);
    expect(asked()).toContain(runIds[2]);
  });

  it('say what each is for, how many units are active, and what samples are drawn from', async () => {
    const [undercomplete = '', , , variational = ''] = await begin();
    engine.emit(codeStatisticsEvent(undercomplete, Array<number>(16).fill(0.75)));
    const kl = Float32Array.from({ length: 16 }, (_, unit) => (unit < 11 ? 1 : 0));
    engine.emit(codeStatisticsEvent(variational, Array<number>(16).fill(1), { kl }));
    await expect.element(readOut('Undercomplete', 'Active units')).toHaveTextContent('12.0 of 16');
    await expect.element(readOut('Variational', 'Active units')).toHaveTextContent('11 of 16');
    await expect.element(readOut('PCA', 'Components')).toHaveTextContent('16 of 784');
    await expect.element(region('Variational')).toHaveTextContent(/Judge it by its samples.*prior N\(0, I\)/);
    for (const family of ['Undercomplete', 'Sparse', 'Denoising', 'PCA']) {
      await expect.element(region(family)).toHaveTextContent(/Samples: fitted Gaussian/);
    }
    for (const family of [...names, 'PCA']) {
      await expect.element(image(`Samples of ${family}`)).toHaveAttribute('width', String(5 * 28));
    }
    // Trained on since: the samples say of which step they are.
    engine.emit(progressEvent(variational, 234, [0.1]));
    await expect.element(region('Variational')).toHaveTextContent(/prior N\(0, I\), step 0/);
    await expect.element(readOut('Variational', 'Active units')).toHaveAttribute('data-older-step', '0');
  });

  it('keep their answers when they are stopped and the person comes back', async () => {
    await begin();
    const errors = readOut('The same images', 'MSE of Denoising, noisy input');
    await expect.element(errors).toBeInTheDocument();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('link', { name: 'Train', exact: true }).click();
    await expect.element(region('The same images')).not.toBeInTheDocument();
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await expect.element(errors).toBeInTheDocument();
    for (const name of names) {
      await expect.element(image(`Reconstructed by ${name}`)).toBeInTheDocument();
      await expect.element(image(`Samples of ${name}`)).toBeInTheDocument();
    }
  });

  it('are columns at a desk, and stacked on a phone', async () => {
    const topOf = (name: string) => region(name).element().getBoundingClientRect().top;
    await begin();
    for (const name of [...names, 'PCA']) expect(topOf(name)).toBe(topOf('Undercomplete'));
    await page.viewport(390, 844);
    await expect.poll(() => topOf('Sparse')).toBeGreaterThan(topOf('Undercomplete'));
    expect(region('PCA').element().getBoundingClientRect().right).toBeLessThanOrEqual(390);
  });
});
