import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { SamplePicture } from './sample-picture';
import { SampleRow } from './sample-row';
import { SampleStrip } from './sample-strip';
import { drawTiles } from './sample-tiles';

let mounted: Mounted | undefined;
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

const digits = { shape: [28, 28, 1] };
/** Image k of ten is all 25 k / 255. */
const values = Float32Array.from({ length: 10 * 28 * 28 }, (_, i) => (Math.floor(i / 784) * 25) / 255);

const colourInfo = { shape: [20, 12, 3] };
/** Three images, the first red, the second green, the third blue. */
const colours = Float32Array.from({ length: 3 * 720 }, (_, i) => (Math.floor(i / 720) === i % 3 ? 1 : 0));

const signalInfo = { shape: [50, 2], valueRange: [-5, 5] } as const;
/** Two signals of two channels: level at 1 and 0, then at 0.5 and 0. */
const signals = Float32Array.from({ length: 200 }, (_, i) => (i % 2 === 1 ? 0 : i < 100 ? 1 : 0.5));

function pixel(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  return [...(canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [])].slice(0, 3);
}

async function canvasNamed(name: string): Promise<HTMLCanvasElement> {
  const image = page.getByRole('img', { name, exact: true });
  await expect.element(image).toBeInTheDocument();
  return image.element() as HTMLCanvasElement;
}

describe('a row of images', () => {
  it('holds ten at their own resolution in one canvas, 28 high and 280 wide', async () => {
    mounted = mount(<SampleRow label="Reconstructed" values={values} info={digits} columns={10} />);
    const canvas = await canvasNamed('Reconstructed');
    expect([canvas.width, canvas.height]).toEqual([280, 28]);
    await vi.waitFor(() => expect(pixel(canvas, 279, 27)[0]).toBe(225));
    for (let k = 0; k < 10; k++) {
      expect(pixel(canvas, k * 28, 0)[0]).toBe(k * 25);
      expect(pixel(canvas, k * 28 + 27, 27)[0]).toBe(k * 25);
    }
  });

  it('keeps colours, and the shape of images that are not square', async () => {
    mounted = mount(<SampleRow label="Original" values={colours} info={colourInfo} columns={3} />, 360, 300);
    const canvas = await canvasNamed('Original');
    expect([canvas.width, canvas.height]).toEqual([36, 20]);
    await vi.waitFor(() => expect(pixel(canvas, 0, 0)).toEqual([255, 0, 0]));
    expect(pixel(canvas, 12, 19)).toEqual([0, 255, 0]);
    expect(pixel(canvas, 35, 19)).toEqual([0, 0, 255]);
    const box = canvas.getBoundingClientRect();
    expect(box.width / box.height).toBeCloseTo(36 / 20, 2);
    expect(getComputedStyle(canvas).imageRendering).toBe('pixelated');
  });

  it('offers every sample as a button and says which is picked', async () => {
    const onPick = vi.fn();
    mounted = mount(
      <SampleRow
        label="Original"
        values={values}
        info={digits}
        columns={10}
        picked={3}
        onPick={onPick}
        pickLabel={(column) => `Take ${column + 1}`}
      />,
    );
    await page.getByRole('button', { name: 'Take 7' }).click();
    expect(onPick).toHaveBeenCalledExactlyOnceWith(6);
    await expect
      .element(page.getByRole('button', { name: 'Take 4' }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  it.each([299, 300.5, 347.3, 401])('makes each a whole number of pixels wide in %s', async (width) => {
    mounted = mount(<SampleRow label="Row" values={values} info={digits} columns={10} />, width, 100);
    const each = (await canvasNamed('Row')).getBoundingClientRect().width / 10;
    expect(each).toBeCloseTo(Math.floor(width / 10), 3);
  });
});

describe('a row of signals', () => {
  it('is one canvas of line plots on the same scale, at the resolution of the screen', async () => {
    mounted = mount(<SampleRow label="Noisy" values={signals} info={signalInfo} columns={2} />);
    const canvas = await canvasNamed('Noisy');
    expect([canvas.width, canvas.height]).toEqual([480, 160]);
    // 158 pixels for 1.16 times the range: 1 is 12 below the upper edge, 0 as far above the lower one.
    await vi.waitFor(() => expect(pixel(canvas, 10, 11)).toEqual([240, 241, 244]));
    expect(pixel(canvas, 10, 148)).toEqual([86, 180, 233]);
    expect(pixel(canvas, 250, 11)).toEqual([0, 0, 0]);
    expect(pixel(canvas, 250, 79)).toEqual([240, 241, 244]);
    expect(getComputedStyle(canvas).imageRendering).toBe('auto');
  });
});

describe('one sample', () => {
  it('is painted again when its values change, and shows signed errors by their size', async () => {
    const info = { shape: [2, 2, 1] };
    mounted = mount(<SamplePicture label="Error" values={new Float32Array(4)} info={info} tone="error" />);
    const canvas = await canvasNamed('Error');
    mounted.show(
      <SamplePicture label="Error" values={Float32Array.of(-1, 0, 0, 0.4)} info={info} tone="error" />,
    );
    await vi.waitFor(() => expect(pixel(canvas, 0, 0)[0]).toBe(255));
    expect(pixel(canvas, 1, 0)[0]).toBe(0);
    expect(pixel(canvas, 1, 1)[0]).toBe(102);
  });

  it('tells the values under the pointer in the units of the data, until it leaves', async () => {
    mounted = mount(
      <SamplePicture label="Sample" values={signals.subarray(0, 100)} info={signalInfo} />,
      288,
      192,
    );
    await canvasNamed('Sample');
    const picture = page.getByRole('img', { name: 'Sample', exact: true });
    await picture.hover({ position: { x: 0, y: 50 } });
    await expect.element(page.getByText('at 1: 5 · −5')).toBeInTheDocument();
    await picture.unhover();
    await userEvent.unhover(picture);
    await expect.element(page.getByText('at 1: 5 · −5')).not.toBeInTheDocument();
  });
});

it('a strip stands as many samples below each other as there are values for', async () => {
  mounted = mount(<SampleStrip label="Strip" values={colours} info={colourInfo} />, 12, 100);
  const canvas = await canvasNamed('Strip');
  expect([canvas.width, canvas.height]).toEqual([12, 60]);
  await vi.waitFor(() => expect(pixel(canvas, 6, 59)).toEqual([0, 0, 255]));
  expect(pixel(canvas, 6, 20)).toEqual([0, 255, 0]);
});

describe('the tiles of a map', () => {
  it('are drawn at their own resolution on an even grid', () => {
    const canvas = document.createElement('canvas');
    const x = Float32Array.of(0, 1, 2, 3);
    drawTiles(canvas, colours, colourInfo.shape, { x, y: Float32Array.of(4, 2) });
    expect([canvas.width, canvas.height]).toEqual([36, 20]);
    expect([0, 12, 24].map((left) => pixel(canvas, left, 10))).toEqual([
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
    ]);
  });

  it('are as wide as their part of the map where the grid is not even', () => {
    const canvas = document.createElement('canvas');
    const x = Float32Array.of(0, 1, 2, 4);
    drawTiles(canvas, colours, colourInfo.shape, { x, y: Float32Array.of(1, 0) });
    // 36 pixels in parts of 9, 9 and 18
    expect([8, 9, 17, 18, 35].map((left) => pixel(canvas, left, 10).indexOf(255))).toEqual([0, 1, 1, 2, 2]);
  });
});
