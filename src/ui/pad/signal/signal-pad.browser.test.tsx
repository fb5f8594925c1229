import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, point, type Mounted } from '../../mount-for-tests';
import { SignalPad } from './signal-pad';

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

const info = { shape: [101, 1], valueRange: [0, 1] } as const;

async function pad(onLine: (line: Float32Array | null) => void): Promise<HTMLCanvasElement> {
  mounted = mount(
    <SignalPad info={info} hint="Draw a line over time" start={() => null} revision={0} onLine={onLine} />,
    300,
    220,
  );
  const drawing = page.getByRole('img', { name: 'Drawing', exact: true });
  await expect.element(drawing).toBeInTheDocument();
  await expect.element(page.getByText('Draw a line over time')).toBeInTheDocument();
  return drawing.element() as HTMLCanvasElement;
}

it('draws a line over time, which going back overwrites', async () => {
  const onLine = vi.fn<(line: Float32Array | null) => void>();
  const canvas = await pad(onLine);
  // 300 px wide and 200 high: three pixels a point, and the middle of the range in the middle.
  point(canvas, 'pointerdown', 0, 100);
  point(canvas, 'pointermove', 299, 100);
  await vi.waitFor(() => expect(onLine).toHaveBeenCalledTimes(1));
  point(canvas, 'pointermove', 299, 50);
  point(canvas, 'pointermove', 150, 50);
  point(canvas, 'pointerup', 150, 50);
  const line = onLine.mock.lastCall?.[0];
  expect(line).toHaveLength(101);
  expect(line?.[10]).toBeCloseTo(0.5, 2);
  expect(line?.[45]).toBeCloseTo(0.5, 2);
  // A quarter of the height above the middle, of 1.16 ranges.
  expect(line?.[70]).toBeCloseTo(0.79, 2);
});

it('takes back a stroke that the browser cancels', async () => {
  const onLine = vi.fn<(line: Float32Array | null) => void>();
  const canvas = await pad(onLine);
  point(canvas, 'pointerdown', 30, 30);
  point(canvas, 'pointermove', 90, 60);
  point(canvas, 'pointercancel', 90, 60);
  await vi.waitFor(() => expect(onLine).toHaveBeenLastCalledWith(null));
  point(canvas, 'pointerdown', 30, 30, 2);
  point(canvas, 'pointermove', 60, 30);
  expect(onLine.mock.lastCall?.[0]).toBeNull();
});
