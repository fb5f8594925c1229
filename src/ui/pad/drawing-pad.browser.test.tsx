import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, point } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { DrawingPad } from './drawing-pad';
import type { Ink } from '../../core/samples/drawing';

let mounted: Mounted | undefined;
beforeEach(() => {
  // made-up pointers cannot be captured
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

async function pad(onInk: (ink: Ink | null) => void, clearSignal = 0): Promise<HTMLCanvasElement> {
  mounted = mount(<DrawingPad onInk={onInk} clearSignal={clearSignal} />, 140, 140);
  const image = page.getByRole('img', { name: 'Drawing', exact: true });
  await expect.element(image).toBeInTheDocument();
  return image.element() as HTMLCanvasElement;
}

const at = (ink: Ink, x: number, y: number) => ink.alpha[y * ink.width + x];

it('turns a stroke into ink where the pen went, about a twelfth of the side wide', async () => {
  const inks: (Ink | null)[] = [];
  const canvas = await pad((ink) => inks.push(ink));
  point(canvas, 'pointerdown', 35, 70);
  for (let x = 40; x <= 105; x += 5) point(canvas, 'pointermove', x, 70);
  point(canvas, 'pointerup', 105, 70);
  const ink = inks.at(-1);
  if (!ink) throw new Error('no ink was reported');
  expect([ink.width, ink.height, ink.alpha.length]).toEqual([280, 280, 280 * 280]);
  // the pad is 140 px wide and its store 280, so the stroke runs from (70, 140) to (210, 140)
  expect(at(ink, 72, 140)).toBe(255);
  expect(at(ink, 140, 140)).toBe(255);
  expect(at(ink, 208, 140)).toBe(255);
  expect(at(ink, 240, 140)).toBe(0);
  let thickness = 0;
  for (let y = 0; y < 280; y++) if ((at(ink, 140, y) ?? 0) > 127) thickness++;
  expect(thickness).toBeGreaterThanOrEqual(22);
  expect(thickness).toBeLessThanOrEqual(25);
});

it('reports while the stroke is being drawn, at most once per frame', async () => {
  const onInk = vi.fn();
  const canvas = await pad(onInk);
  point(canvas, 'pointerdown', 30, 30);
  for (let x = 31; x < 60; x++) point(canvas, 'pointermove', x, 30);
  expect(onInk).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(onInk).toHaveBeenCalledTimes(1));
});

it('takes a touch without a move as a dot', async () => {
  const onInk = vi.fn<(ink: Ink | null) => void>();
  const canvas = await pad(onInk);
  point(canvas, 'pointerdown', 70, 70);
  point(canvas, 'pointerup', 70, 70);
  const ink = onInk.mock.lastCall?.[0];
  expect(ink && [at(ink, 140, 140), at(ink, 148, 140), at(ink, 160, 140)]).toEqual([255, 255, 0]);
});

it('shows the ink it appears with, reports none of it, and can be wiped', async () => {
  const onInk = vi.fn();
  const alpha = new Uint8ClampedArray(280 * 280);
  alpha[100 * 280 + 50] = 200;
  const view = (clearSignal: number) => (
    <DrawingPad onInk={onInk} clearSignal={clearSignal} initialInk={{ width: 280, height: 280, alpha }} />
  );
  mounted = mount(view(0), 140, 140);
  const image = page.getByRole('img', { name: 'Drawing', exact: true });
  await expect.element(image).toBeInTheDocument();
  const canvas = image.element() as HTMLCanvasElement;
  const grey = (x: number, y: number) => canvas.getContext('2d')!.getImageData(x, y, 1, 1).data[0];
  await vi.waitFor(() => expect([grey(50, 100), grey(51, 100)]).toEqual([200, 0]));
  expect(mounted.host.textContent).toBe('');
  expect(onInk).not.toHaveBeenCalled();
  mounted.show(view(1));
  await vi.waitFor(() => expect(onInk).toHaveBeenLastCalledWith(null));
  expect(grey(50, 100)).toBe(0);
});

it('ignores other buttons', async () => {
  const onInk = vi.fn();
  const canvas = await pad(onInk);
  point(canvas, 'pointerdown', 30, 30, 2);
  point(canvas, 'pointermove', 60, 30);
  point(canvas, 'pointerup', 60, 30, 2);
  expect(onInk).not.toHaveBeenCalled();
});

it('is wiped when the signal changes, and says so with null', async () => {
  const onInk = vi.fn();
  const canvas = await pad(onInk);
  await expect.element(page.getByText('Draw a digit')).toBeInTheDocument();
  point(canvas, 'pointerdown', 70, 70);
  point(canvas, 'pointerup', 70, 70);
  await vi.waitFor(() => expect(mounted?.host.textContent).toBe(''));
  mounted?.show(<DrawingPad onInk={onInk} clearSignal={1} />);
  await vi.waitFor(() => expect(onInk).toHaveBeenLastCalledWith(null));
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, 280, 280);
  expect(data.every((value, i) => value === (i % 4 === 3 ? 255 : 0))).toBe(true);
  await expect.element(page.getByText('Draw a digit')).toBeInTheDocument();
});

it('reports the ink that was drawn where the browser returns noise for canvas pixels', async () => {
  vi.spyOn(CanvasRenderingContext2D.prototype, 'getImageData').mockImplementation(
    (_x, _y, width, height) =>
      new ImageData(new Uint8ClampedArray(4 * width * height).fill(255), width, height),
  );
  const onInk = vi.fn<(ink: Ink | null) => void>();
  const canvas = await pad(onInk);
  point(canvas, 'pointerdown', 70, 70);
  point(canvas, 'pointerup', 70, 70);
  const ink = onInk.mock.lastCall?.[0];
  expect(ink && [at(ink, 140, 140), at(ink, 20, 20)]).toEqual([255, 0]);
});

it('takes back a stroke that the browser cancels, and keeps the one before it', async () => {
  const onInk = vi.fn<(ink: Ink | null) => void>();
  const canvas = await pad(onInk);
  point(canvas, 'pointerdown', 30, 30);
  point(canvas, 'pointermove', 30, 60);
  point(canvas, 'pointercancel', 30, 60);
  expect(onInk).toHaveBeenLastCalledWith(null);
  await expect.element(page.getByText('Draw a digit')).toBeInTheDocument();
  point(canvas, 'pointerdown', 100, 100);
  point(canvas, 'pointerup', 100, 100);
  point(canvas, 'pointerdown', 30, 30);
  point(canvas, 'pointermove', 30, 60);
  point(canvas, 'pointercancel', 30, 60);
  const ink = onInk.mock.lastCall?.[0];
  expect(ink && [at(ink, 200, 200), at(ink, 60, 60), at(ink, 60, 90)]).toEqual([255, 0, 0]);
});
