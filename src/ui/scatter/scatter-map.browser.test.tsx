import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, point } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { ScatterMap } from './scatter-map';
import type { ScatterMapProps } from './scatter-map';

let mounted: Mounted | undefined;
beforeEach(() => {
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

const width = 400;
const height = 200;
// Four points at the corners of a square that is 200 / 1.1 pixels high and centred in the view.
const points = new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]);
const half = height / 2 / 1.1;
const onScreen = (x: number, y: number) => ({ x: width / 2 + x * half, y: height / 2 - y * half });
const colours = ['#ff0000', '#0000ff'];

function map(props: Partial<ScatterMapProps> = {}) {
  return (
    <ScatterMap
      points={points}
      categories={new Uint8Array([0, 0, 1, 1])}
      colours={colours}
      marker={null}
      onHover={() => {}}
      onPick={() => {}}
      theme="light"
      label="Latent map"
      {...props}
    />
  );
}

async function canvasOf(): Promise<HTMLCanvasElement> {
  const image = page.getByRole('img', { name: 'Latent map', exact: true });
  await expect.element(image).toBeInTheDocument();
  return image.element() as HTMLCanvasElement;
}

const surfaceOf = () => mounted!.host.querySelector('[role=application]')!;

/** Red, green, blue and alpha summed over 5 x 5 CSS pixels. */
function inkAt(canvas: HTMLCanvasElement, { x, y }: { x: number; y: number }): number[] {
  const ratio = canvas.width / width;
  const context = canvas.getContext('2d')!;
  const { data } = context.getImageData((x - 2) * ratio, (y - 2) * ratio, 5 * ratio, 5 * ratio);
  return [0, 1, 2, 3].map((c) => data.reduce((sum, value, i) => (i % 4 === c ? sum + value : sum), 0));
}

async function expectFourPoints(canvas: HTMLCanvasElement) {
  await vi.waitFor(
    () => {
      const [red, , blue] = inkAt(canvas, onScreen(-1, -1));
      expect(red).toBeGreaterThan(300);
      expect(blue).toBe(0);
      const [redAbove, , blueAbove] = inkAt(canvas, onScreen(1, 1));
      expect(blueAbove).toBeGreaterThan(300);
      expect(redAbove).toBe(0);
    },
    { timeout: 30_000 },
  );
  expect(inkAt(canvas, onScreen(0, 0))[3]).toBe(0);
}

/** Stands between every canvas and the context it asks for. */
function interceptContexts(
  answer: (kind: string, get: () => RenderingContext | null) => RenderingContext | null,
) {
  const prototype = HTMLCanvasElement.prototype as unknown as {
    getContext: (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) => RenderingContext | null;
  };
  const { getContext } = prototype;
  vi.spyOn(prototype, 'getContext').mockImplementation(function (this: HTMLCanvasElement, kind, ...rest) {
    return answer(kind, () => getContext.call(this, kind, ...rest));
  });
}

it('draws each point at its place in the colour of its category', async () => {
  mounted = mount(map(), width, height);
  await expectFourPoints(await canvasOf());
  expect(mounted.host.querySelector('[role=status]')).toBeNull(); // by WebGL, in StrictMode
});

it('reports the point under the pointer once, and null when the pointer goes on', async () => {
  const onHover = vi.fn();
  mounted = mount(map({ onHover }), width, height);
  await canvasOf();
  const place = onScreen(1, -1);
  point(surfaceOf(), 'pointermove', place.x + 3, place.y - 2);
  await vi.waitFor(() => expect(onHover).toHaveBeenCalledExactlyOnceWith(1, place.x + 3, place.y - 2));
  point(surfaceOf(), 'pointermove', width / 2, height / 2);
  await vi.waitFor(() => expect(onHover.mock.lastCall?.[0]).toBeNull());
});

it('what a finger taps stays until the person presses elsewhere', async () => {
  const onHover = vi.fn();
  mounted = mount(map({ onHover }), width, height);
  await canvasOf();
  const { x, y } = onScreen(1, -1);
  const touch = (type: string) =>
    surfaceOf().dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, bubbles: true, pointerType: 'touch', pointerId: 9 }),
    );
  for (const type of ['pointerdown', 'pointerup', 'pointerout']) touch(type);
  await vi.waitFor(() => expect(onHover).toHaveBeenCalledExactlyOnceWith(1, x, y));
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  await vi.waitFor(() => expect(onHover.mock.lastCall?.[0]).toBeNull());
});

// Too few points of a class have no name: hundreds at the left, and at the right.
const ofTwoClasses = Uint8Array.from({ length: 400 }, (_, i) => i % 2);
const manyPoints = Float32Array.from({ length: 800 }, (_, i) =>
  i % 2 === 0 ? ((i / 2) % 2 === 0 ? -2.2 : 2.2) + (i % 7) / 1000 : (i % 11) / 5 - 1,
);
const names = ['premature ventricular', 'inverted T wave'];

it('writes long names whole at the edge, and none over another', async () => {
  const { host } = (mounted = mount(
    map({ points: manyPoints, categories: ofTwoClasses, names }),
    width,
    height,
  ));
  await canvasOf();
  await vi.waitFor(() => expect(host.querySelectorAll('[class*=categoryName]')).toHaveLength(2));
  for (const name of host.querySelectorAll('[class*=categoryName]')) {
    const { left, right } = name.getBoundingClientRect();
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(width);
  }
});

it('picks on a click, not after a drag', async () => {
  const onPick = vi.fn();
  mounted = mount(map({ onPick }), width, height);
  await canvasOf();
  const place = onScreen(-1, 1);
  point(surfaceOf(), 'pointerdown', place.x, place.y);
  point(surfaceOf(), 'pointerup', place.x, place.y);
  expect(onPick).toHaveBeenCalledExactlyOnceWith(2);
  point(surfaceOf(), 'pointerdown', place.x, place.y);
  point(surfaceOf(), 'pointermove', place.x + 40, place.y);
  point(surfaceOf(), 'pointerup', place.x + 40, place.y);
  expect(onPick).toHaveBeenCalledTimes(1);
});

it('catches the points inside a line that is drawn around them, however fast, and none after Escape', async () => {
  const onLasso = vi.fn();
  mounted = mount(map({ onLasso, tool: 'lasso' }), width, height);
  await canvasOf();
  const around = [
    [-1.2, -1.2],
    [1.2, -1.2],
    [1.2, 0],
    [-1.2, 0],
  ].map(([x = 0, y = 0]) => onScreen(x, y));
  const draw = () => {
    // All corners before anything is rendered.
    around.forEach(({ x, y }, i) => point(surfaceOf(), i === 0 ? 'pointerdown' : 'pointermove', x, y));
  };
  draw();
  point(surfaceOf(), 'pointerup', around[3]!.x, around[3]!.y);
  expect(onLasso).toHaveBeenCalledExactlyOnceWith(Uint32Array.of(0, 1));
  draw();
  await vi.waitFor(() => expect(mounted!.host.querySelector('polygon')).not.toBeNull());
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  point(surfaceOf(), 'pointerup', around[3]!.x, around[3]!.y);
  expect(onLasso).toHaveBeenCalledTimes(1);
});

it('pans with the arrow keys, keeps the view when new points come, and resets', async () => {
  const marker = { x: 0, y: 0, label: 'your drawing' };
  mounted = mount(map({ marker }), width, height);
  await canvasOf();
  const label = page.getByText('your drawing');
  await expect.element(label).toBeInTheDocument();
  const place = () => {
    const box = label.element().parentElement!.getBoundingClientRect();
    return [box.left, box.top];
  };
  expect(place()).toEqual([200, 100]);
  (surfaceOf() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await vi.waitFor(() => expect(place()).toEqual([160, 100]));
  mounted.show(map({ marker, points: points.slice() }));
  await expect.poll(place).toEqual([160, 100]);
  await page.getByRole('button', { name: 'Reset view' }).click();
  await vi.waitFor(() => expect(place()).toEqual([200, 100]));
});

it('shows a marker outside the view at the edge', async () => {
  mounted = mount(map({ marker: { x: 50, y: 0, label: 'your drawing' } }), width, height);
  await expect.element(page.getByText('your drawing')).toBeInTheDocument();
  const marker = page.getByText('your drawing').element().parentElement!;
  expect(marker.dataset['outside']).toBe('true');
  expect(marker.getBoundingClientRect().left).toBe(width - 14);
});

it('draws the same points without WebGL, says so, and still knows which one is under the pointer', async () => {
  interceptContexts((kind, get) => (kind.startsWith('webgl') ? null : get()));
  const onHover = vi.fn();
  mounted = mount(map({ onHover }), width, height);
  await expectFourPoints(await canvasOf());
  await expect.element(page.getByRole('status')).toHaveTextContent('This browser has no WebGL');
  const place = onScreen(1, 1);
  point(surfaceOf(), 'pointermove', place.x, place.y);
  await vi.waitFor(() => expect(onHover).toHaveBeenCalledExactlyOnceWith(3, place.x, place.y));
});

it('never asks for WebGL when told to draw on a plain canvas, and finds nothing to say about it', async () => {
  const kinds: string[] = [];
  interceptContexts((kind, get) => {
    kinds.push(kind);
    return get();
  });
  mounted = mount(map({ drawWith: 'canvas' }), width, height);
  await expectFourPoints(await canvasOf());
  expect(kinds).not.toContain('webgl');
  expect(mounted.host.querySelector('[role=status]')).toBeNull();
});

it('goes on with a plain canvas when the graphics context is lost', async () => {
  const contexts: WebGL2RenderingContext[] = [];
  interceptContexts((_, get) => {
    const context = get();
    if (context instanceof WebGL2RenderingContext) contexts.push(context);
    return context;
  });
  mounted = mount(map(), width, height);
  const canvas = await canvasOf();
  await expectFourPoints(canvas);
  for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext();
  await expect.element(page.getByRole('status')).toHaveTextContent('The graphics context was lost');
  await expectFourPoints(canvas);
});
