import { afterEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { PixelImage } from './pixel-image';
import { PixelRow } from './pixel-row';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

/** Image k of ten is all 25 k / 255. */
const values = Float32Array.from({ length: 10 * 28 * 28 }, (_, i) => (Math.floor(i / 784) * 25) / 255);

function brightness(canvas: HTMLCanvasElement, x: number, y: number): number {
  return canvas.getContext('2d')?.getImageData(x, y, 1, 1).data[0] ?? -1;
}

it('holds ten images at their own resolution in one canvas, 28 high and 280 wide', async () => {
  mounted = mount(<PixelRow label="Reconstructed" values={values} height={28} width={28} columns={10} />);
  const image = page.getByRole('img', { name: 'Reconstructed', exact: true });
  await expect.element(image).toBeInTheDocument();
  const canvas = image.element() as HTMLCanvasElement;
  expect([canvas.width, canvas.height]).toEqual([280, 28]);
  await vi.waitFor(() => expect(brightness(canvas, 279, 27)).toBe(225));
  for (let k = 0; k < 10; k++) {
    expect(brightness(canvas, k * 28, 0)).toBe(k * 25);
    expect(brightness(canvas, k * 28 + 27, 27)).toBe(k * 25);
  }
});

it('paints again when the values change, and shows signed errors by their size', async () => {
  mounted = mount(
    <PixelImage label="Error" values={new Float32Array(4)} height={2} width={2} tone="error" />,
  );
  const image = page.getByRole('img', { name: 'Error' });
  await expect.element(image).toBeInTheDocument();
  const canvas = image.element() as HTMLCanvasElement;
  mounted.show(
    <PixelImage label="Error" values={new Float32Array([-1, 0, 0, 0.4])} height={2} width={2} tone="error" />,
  );
  await vi.waitFor(() => expect(brightness(canvas, 0, 0)).toBe(255));
  expect(brightness(canvas, 1, 0)).toBe(0);
  expect(brightness(canvas, 1, 1)).toBe(102);
});

it('offers every image as a button and says which is picked', async () => {
  const onPick = vi.fn();
  mounted = mount(
    <PixelRow
      label="Original"
      values={values}
      height={28}
      width={28}
      columns={10}
      picked={3}
      onPick={onPick}
    />,
  );
  await page.getByRole('button', { name: 'Show image 7 in the diagram' }).click();
  expect(onPick).toHaveBeenCalledExactlyOnceWith(6);
  await expect
    .element(page.getByRole('button', { name: 'Show image 4 in the diagram' }))
    .toHaveAttribute('aria-pressed', 'true');
});
