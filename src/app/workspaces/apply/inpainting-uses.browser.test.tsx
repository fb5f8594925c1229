// Apply: Inpainting: other networks, other samples, other data, a phone, and out of sight.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { pixelCount } from '../../../core/inpainting/mask';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import { photographsInfo, signalsInfo } from '../../../core/samples/testing/other-infos';
import { progressEvent } from '../../../session/testing/fake-engine';
import { point } from '../../../ui/mount-for-tests';
import {
  button,
  image,
  openInpainting,
  paint,
  pixel,
  radio,
  type OpenInpainting,
} from './inpainting-for-tests';

let opened: OpenInpainting;
const state = () => opened.state();
const missing = () => opened.missing();
const open = async (...given: Parameters<typeof openInpainting>) => {
  opened = await openInpainting(...given);
};

beforeEach(async () => {
  // made-up pointers cannot be captured
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
  await page.viewport(1440, 900);
});
afterEach(() => {
  vi.restoreAllMocks();
  opened.close();
  location.hash = '#train';
});

it('says that the network has never seen a hole, and trains it for holes with one button', async () => {
  await open();
  const network = page.getByRole('region', { name: 'Network', exact: true });
  await expect.element(network).toHaveTextContent('To fill a hole, a network has to see holes');
  opened.engine.emit(progressEvent(opened.engine.runId(), 5, [0.1]));
  await expect.element(network).toHaveTextContent('has only ever seen whole images');
  await button('Train for holes').click();
  await expect.poll(() => opened.session.run.experiment.getState().noise).not.toBe('none');
  expect(opened.session.run.store.getState().wantsTraining).toBe(true);
  await expect.element(network).toHaveTextContent('This network trains on images with holes');
});

it('has several fillings of a Gaussian code, others on request', async () => {
  await open(digitsInfo, { codeKind: 'gaussian' });
  await expect
    .poll(() => (image('Several fillings').query() as HTMLCanvasElement | null)?.width)
    .toBe(8 * 28);
  await vi.waitFor(() => expect(pixel('Several fillings', 14, 14)).toEqual([191, 191, 191]));
  const asked = () => opened.engine.commands.filter(([name]) => name === 'redraw').length;
  const before = asked();
  await button('Draw again').click();
  await expect.poll(asked).toBe(before + 1);
});

it('takes a test sample, a drawing, and the test sample again', async () => {
  await open();
  const sample = page.getByRole('region', { name: 'Sample', exact: true });
  await expect.element(sample).toHaveTextContent('test 1, class 0');
  await button('Damage one of these: image 4').click();
  await expect.element(sample).toHaveTextContent('test 301');
  const drawing = image('Drawing').element();
  const box = drawing.getBoundingClientRect();
  point(drawing, 'pointerdown', box.left + 30, box.top + 30);
  point(drawing, 'pointermove', box.left + 60, box.top + 90);
  point(drawing, 'pointerup', box.left + 60, box.top + 90);
  await expect.element(sample).toHaveTextContent('yours');
  expect(state().source.kind).toBe('drawn');
  await button('Clear drawing').click();
  await expect.element(sample).toHaveTextContent(/test \d/);
});

describe('other data', () => {
  it('oblong photographs keep their shape and lose all channels of a pixel', async () => {
    await open(photographsInfo);
    const canvas = image('Damaged').element() as HTMLCanvasElement;
    expect([canvas.width, canvas.height]).toEqual([12, 20]);
    const { width, height } = canvas.getBoundingClientRect();
    expect(width / height).toBeCloseTo(12 / 20, 2);
    expect(state().mask).toHaveLength(pixelCount(photographsInfo.shape));
    await vi.waitFor(() => expect(pixel('Filled in', 6, 10)).toEqual([128, 128, 128]));
    await expect.element(page.getByText('shown 3 ×')).toBeVisible();
  });

  it('signals lose a stretch of time; there are no letters, and no upper half', async () => {
    await open(signalsInfo);
    await expect.element(page.getByText(/of 50 points missing/)).toBeVisible();
    expect(radio('Text').query()).toBeNull();
    await radio('Right half').click();
    await expect.poll(missing).toBe(25);
    expect(page.getByRole('radio', { name: 'Upper', exact: true }).query()).toBeNull();
    await radio('Brush').click();
    paint([0.02, 0.5], [0.2, 0.1]);
    await expect.poll(() => state().mask[5]).toBe(1);
    await expect.element(radio('Random points')).toBeInTheDocument();
  });
});

it('fits a phone without scrolling sideways, and a finger beside the picture can scroll', async () => {
  await page.viewport(390, 844);
  await open();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  const { left, right } = image('Damaged').element().getBoundingClientRect();
  expect(left).toBeGreaterThan(30);
  expect(390 - right).toBeGreaterThan(30);
  const hand = image('Damaged').element().parentElement!;
  expect(getComputedStyle(hand).touchAction).toBe('none');
});

it('asks nothing while it is hidden', async () => {
  await open();
  location.hash = '#train';
  await expect.poll(() => image('Damaged').query()).toBeNull();
  const asked = () => opened.engine.commands.filter(([name]) => name === 'reconstruct').length;
  const before = asked();
  opened.engine.emit(progressEvent(opened.engine.runId(), 9, [0.1]));
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(asked()).toBe(before);
});
