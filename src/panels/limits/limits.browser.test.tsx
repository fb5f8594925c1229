// Apply: Limits as a person meets it, on a network that makes everything half as bright.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PcaModel } from '../../core/analysis-api';
import { allOf } from '../../core/experiment/trained-on';
import { digitsInfo } from '../../core/samples/testing/digits-info';
import { createLimits } from '../../session/limits/limits';
import type { Session } from '../../session/session';
import { SessionProvider } from '../../session/hooks/session-context';
import { noAnalysis } from '../../session/testing/fake-analysis';
import { progressEvent, startedEvent, type FakeEngine } from '../../session/testing/fake-engine';
import { startTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { Limits } from './limits';

/** Knows no direction at all: it answers with its mean. */
const flat = (brightness: number, of: PcaModel['trainedOn']): PcaModel => ({
  trainedOn: of,
  sampleShape: [28, 28, 1],
  trainCount: 2,
  mean: new Float32Array(784).fill(brightness),
  components: new Float32Array(16 * 784),
  deviations: new Float32Array(16),
  trainMse: new Float32Array(17),
  testMse: new Float32Array(17),
  testPoints: new Float32Array(2),
});
const analysis = {
  ...noAnalysis,
  pca: () => Promise.resolve(flat(0, allOf('mnist'))),
  // A white photograph is grey to it: wrong by 0.1 everywhere.
  pcaInShape: () => Promise.resolve(flat(0.9, allOf('patches'))),
  foreignSamples: () =>
    Promise.resolve({
      samples: new Float32Array(8 * 784).fill(1),
      meanMse: 0.5,
      pcaMse: 1,
      pcaPictures: new Float32Array(8 * 784),
      ownShape: [28, 28, 1],
    }),
};

let session: Session;
let engine: FakeEngine;
let mounted: Mounted;

beforeEach(async () => {
  await page.viewport(1200, 1800);
  ({ session, engine } = await startTestSession({ analysis }));
  engine.answerWith({
    reconstruct: (runId, samples) =>
      Promise.resolve({ runId, step: 40, images: samples.map((value) => value / 2) }),
  });
  const view = (
    <SessionProvider session={session}>
      <Limits />
    </SessionProvider>
  );
  mounted = mount(view, 1200, 1800);
});
afterEach(() => {
  mounted.unmount();
  session.dispose();
});

function train(): void {
  const { trainCount } = digitsInfo;
  engine.emit({
    type: 'data-progress',
    dataset: 'mnist',
    loadedBytes: 1,
    totalBytes: 1,
    trainReady: trainCount,
    trainTotal: trainCount,
  });
  engine.emit(progressEvent(engine.runId(), 40, [0.1]));
}

async function whitePicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(60, 30);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 60, 30);
  return canvas.convertToBlob();
}

const number = (name: string) => page.getByRole('status', { name, exact: true });
/** NaN while it is not there. */
const exact = (name: string) => Number(number(name).query()?.getAttribute('data-value') ?? NaN);

it('says what to do first with one sentence and one button', async () => {
  engine.emit(startedEvent(engine.runId()));
  await expect.element(page.getByText(/train it, then see what it makes of a mountain/)).toBeVisible();
  // Beside the explanation of the card's title.
  expect(page.getByRole('button', { name: /^(?!About )/ }).elements()).toHaveLength(1);
  await page.getByRole('button', { name: 'Train the network', exact: true }).click();
  expect(session.run.store.getState().wantsTraining).toBe(true);
  await expect.element(page.getByRole('region', { name: 'A photograph through the network' })).toBeVisible();
});

it('measures a photograph of the person’s own on all sides, and follows from the numbers', async () => {
  train();
  await session.applications.open(createLimits).photograph.take(await whitePicture(), 'white.png');
  // Half of white is wrong by 0.5.
  await expect.poll(() => exact('The network MSE')).toBeCloseTo(0.25, 5);
  await expect.poll(() => exact('PCA of MNIST MSE')).toBeCloseTo(1, 5);
  await expect.poll(() => exact('PCA of photographs MSE')).toBeCloseTo(0.01, 5);
  await expect.element(number('Error against PCA of photographs')).toHaveTextContent('25 ×');
  await expect
    .element(page.getByText(/25 times as large as that of PCA fitted to photographs, each with 16 numbers/))
    .toBeVisible();
  await expect.element(page.getByText('white.png', { exact: true })).toBeVisible();

  // Fewer tiles across: the mosaic is of as many pixels.
  const across = page.getByRole('slider', { name: 'Tiles across' });
  (across.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  const picture = page.getByRole('img', { name: 'The network', exact: true });
  await expect.poll(() => (picture.element() as HTMLCanvasElement).width).toBe(11 * 28);
});

it('a file that is no picture is named, and the photograph stays', async () => {
  train();
  await session.applications.open(createLimits).photograph.take(await whitePicture(), 'white.png');
  await session.applications.open(createLimits).photograph.take(new Blob(['hello']), 'notes.txt');
  await expect.element(page.getByRole('alert')).toHaveTextContent('notes.txt is not a picture');
  await expect.element(page.getByText('white.png', { exact: true })).toBeVisible();
});

it('the table has the main run as a row; a cell shows its pictures, by keyboard too', async () => {
  train();
  const cell = page.getByRole('button', { name: 'Digits on Sketches: 0.50, PCA 2.00', exact: true });
  await expect.element(cell).toHaveAttribute('aria-pressed', 'true');
  await expect.element(page.getByText('not trained yet').first()).toBeVisible();
  const other = page.getByRole('button', { name: /^Digits on Photographs/ });
  (other.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .element(page.getByRole('heading', { name: 'Trained on Digits, tested on Photographs' }))
    .toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Network behind' })).toBeVisible();
  await expect
    .element(
      page.getByText(
        /leaves 50 % of the mean image’s error on Photographs; PCA .* is worse than the mean image/,
      ),
    )
    .toBeVisible();

  await page.getByRole('button', { name: 'Train the 2 missing rows' }).click();
  await expect.element(page.getByRole('progressbar', { name: 'Training the missing rows' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(page.getByRole('button', { name: 'Train the 2 missing rows' })).toBeVisible();
});
