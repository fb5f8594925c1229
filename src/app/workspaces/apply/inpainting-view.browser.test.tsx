// Apply: Inpainting: a hole in a digit, and what fills it in.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  button,
  image,
  mse,
  openInpainting,
  paint,
  pixel,
  radio,
  value,
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

describe('a hole in a digit', () => {
  it('is filled in with known pixels kept, beside the raw output and the rivals', async () => {
    await open();
    // A white sample with a square hole in the middle.
    await vi.waitFor(() => expect(pixel('Filled in', 14, 14)).toEqual([128, 128, 128]));
    expect(pixel('Filled in', 1, 1)).toEqual([255, 255, 255]);
    expect(pixel('Raw output', 1, 1)).toEqual([128, 128, 128]);
    expect(pixel('Damaged', 1, 1)).toEqual([255, 255, 255]);
    expect(pixel('Damaged', 14, 14)[2]).toBeGreaterThan(pixel('Damaged', 14, 14)[0]! + 50);
    await vi.waitFor(() => expect(value('Hole MSE of the mean image')).toBeCloseTo(0.5625, 5));
    expect(value('Hole MSE of nearest neighbours')).toBeCloseTo(0.5625, 5);
    // The linear answer is not known for such samples: it says so, and has no number.
    expect(value('Hole MSE of the linear answer')).toBeNaN();
    await expect.element(page.getByText('not for samples this long')).toBeVisible();
    for (const name of ['Damaged', 'Filled in', 'Raw output'])
      expect((image(name).element() as HTMLCanvasElement).width).toBe(28);
  });

  it('grows under the brush, is taken back by Undo, cleared and inverted', async () => {
    await open();
    expect(missing()).toBe(144);
    await expect.element(button('Undo')).toBeDisabled();
    paint([0.1, 0.1], [0.9, 0.1]);
    await expect.poll(missing).toBeGreaterThan(200);
    await vi.waitFor(() => expect(pixel('Filled in', 20, 2)).toEqual([128, 128, 128]));
    await button('Undo').click();
    await expect.poll(missing).toBe(144);
    await button('Invert mask').click();
    await expect.poll(missing).toBe(784 - 144);
    await button('Clear mask').click();
    await expect.poll(missing).toBe(0);
    await expect.poll(() => value('Hole MSE')).toBeNaN();
    await button('Undo').click();
    await expect.poll(missing).toBe(784 - 144);
  });

  it('is made by each kind of damage, whose options change it at once', async () => {
    await open();
    await radio('Right half').click();
    await expect.poll(missing).toBe(392);
    await page.getByRole('radio', { name: 'Left', exact: true }).click();
    await expect.poll(() => state().mask[0]).toBe(1);
    await radio('Random pixels').click();
    const share = page.getByRole('slider', { name: 'Share missing' });
    await share.fill('0.9');
    await expect.poll(missing).toBeGreaterThan(650);
    const before = state().mask;
    await button('At random').click();
    await expect.poll(() => state().mask).not.toEqual(before);
    await radio('Text').click();
    await page.getByRole('textbox', { name: 'Letters' }).fill('');
    await expect.poll(missing).toBe(0);
    await page.getByRole('textbox', { name: 'Letters' }).fill('II');
    await expect.poll(missing).toBeGreaterThan(50);
    await radio('Rectangle').click();
    await expect.poll(missing).toBe(144);
    expect(page.getByRole('slider', { name: 'Brush size' }).query()).toBeNull();
    await radio('Brush').click();
    await expect.element(page.getByRole('slider', { name: 'Brush size' })).toHaveAttribute('min', '1');
  });

  it('is painted by keyboard, and Space trains nothing meanwhile', async () => {
    await open();
    const pad = page.getByRole('application', { name: 'Paint the hole' });
    (pad.element() as HTMLElement).focus();
    await userEvent.keyboard('{Shift>}{ArrowUp}{ArrowUp}{ArrowUp}{ArrowUp}{/Shift} ');
    await expect.poll(missing).toBeGreaterThan(144);
    expect(opened.session.run.store.getState().wantsTraining).toBe(false);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(missing).toBe(144);
  });

  it('is fed back as often as the slider says', async () => {
    await open();
    await expect.poll(() => (image('Fed back').query() as HTMLCanvasElement | null)?.width).toBe(8 * 28);
    await page.getByRole('slider', { name: 'Times fed back' }).fill('2');
    await expect.poll(() => (image('Fed back').query() as HTMLCanvasElement | null)?.width).toBe(3 * 28);
  });

  it('is measured over the test set with one button, and the sentence follows from the numbers', async () => {
    await open();
    expect(value('Test hole MSE of the mean image')).toBeNaN();
    await button('Measure').click();
    await expect.poll(() => value('Test hole MSE')).toBeCloseTo(0.25, 5);
    await expect.poll(() => value('Test hole MSE of the mean image')).toBe(mse.mean);
    expect(value('Test hole MSE of nearest neighbours')).toBe(mse.neighbours);
    await expect.element(page.getByText('1,000 test images')).toBeVisible();
    await expect
      .element(page.getByText('above that of nearest neighbours, the best of the others'))
      .toBeVisible();
  });
});
