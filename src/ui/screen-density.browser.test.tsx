// A window that moves to a screen of twice the density: canvases are painted again at its resolution, without another change.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CodeBars } from './bars/code-bars';
import { HourglassDiagram } from './hourglass/hourglass-diagram';
import { mount, type Mounted } from './mount-for-tests';
import { ScatterMap } from './scatter/scatter-map';

/** Queries that are waited for, by their text. */
let queries: Map<string, EventTarget>;
let mounted: Mounted | null = null;

function setDensity(density: number): void {
  vi.stubGlobal('devicePixelRatio', density);
}

/** The density becomes another, and the query of the one before no longer holds. */
function moveToScreen(density: number): void {
  const before = queries.get(`(resolution: ${window.devicePixelRatio}dppx)`);
  setDensity(density);
  before?.dispatchEvent(new Event('change'));
}

beforeEach(() => {
  queries = new Map();
  const matchMedia = window.matchMedia.bind(window);
  vi.spyOn(window, 'matchMedia').mockImplementation((text) => {
    if (!text.includes('resolution')) return matchMedia(text);
    const query = queries.get(text) ?? new EventTarget();
    queries.set(text, query);
    return query as MediaQueryList;
  });
  setDensity(1);
});
afterEach(() => {
  mounted?.unmount();
  mounted = null;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const canvas = () => mounted?.host.querySelector('canvas') ?? null;
const isPainted = () => {
  const { width = 0, height = 0 } = canvas() ?? {};
  return (
    canvas()
      ?.getContext('2d')
      ?.getImageData(0, 0, width, height)
      .data.some((byte) => byte > 0) ?? false
  );
};

async function expectFollowing(width: number): Promise<void> {
  await expect.poll(() => canvas()?.width).toBe(width);
  for (const density of [2, 3, 1]) {
    moveToScreen(density);
    await expect.poll(() => canvas()?.width).toBe(density * width);
    await expect.poll(isPainted).toBe(true);
  }
}

it.each(['canvas', 'auto'] as const)('the points of a map, drawn by %s', async (drawWith) => {
  await page.viewport(600, 400);
  mounted = mount(
    <ScatterMap
      points={Float32Array.of(-1, -1, 1, 1, 0, 0)}
      categories={new Uint8Array(3)}
      colours={['#ff0000']}
      marker={null}
      onHover={() => undefined}
      onPick={() => undefined}
      theme="light"
      label="A map"
      drawWith={drawWith}
    />,
    400,
    200,
  );
  await expectFollowing(400);
});

it('a long code', async () => {
  mounted = mount(
    <CodeBars label="A code" values={Float32Array.from({ length: 400 }, (_, i) => i)} threshold={0} />,
    400,
    100,
  );
  await expectFollowing(400);
});

it('the activations of the diagram', async () => {
  const layer = (width: number) => ({
    shape: [width],
    label: '',
    activations: new Float32Array(width).fill(1),
  });
  mounted = mount(
    <HourglassDiagram
      layers={[layer(20), layer(4), layer(20)]}
      bottleneckIndex={1}
      isWaist
      codeSize={4}
      minCode={1}
      maxCode={8}
      onCodeSizeChange={() => undefined}
      input={null}
      output={null}
    />,
    700,
    200,
  );
  await expect.poll(isPainted).toBe(true);
  const width = canvas()!.width;
  moveToScreen(2);
  await expect.poll(() => canvas()?.width).toBe(2 * width);
  await expect.poll(isPainted).toBe(true);
});

it('stops watching when the view has gone', async () => {
  const removed = vi.spyOn(EventTarget.prototype, 'removeEventListener');
  mounted = mount(<CodeBars label="A code" values={new Float32Array(400)} threshold={0} />, 400, 100);
  await expect.poll(() => queries.size).toBe(1);
  mounted.unmount();
  mounted = null;
  const [query] = queries.values();
  await expect.poll(() => removed.mock.contexts.includes(query)).toBe(true);
});
