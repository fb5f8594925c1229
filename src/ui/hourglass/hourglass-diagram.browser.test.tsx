import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount, point } from '../mount-for-tests';
import type { Mounted } from '../mount-for-tests';
import { HourglassDiagram } from './hourglass-diagram';
import { codeSizeAt, handleDistance } from './hourglass-geometry';

let mounted: Mounted | undefined;
beforeEach(() => {
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

/** Where a layer stands in the picture. */
function boxOf(label: string): DOMRect {
  const link = page.getByRole('link', { name: new RegExp(`^${label}: `) }).element();
  const picture = mounted!.host.querySelector('canvas')!.getBoundingClientRect();
  const { x, y, width, height } = link.firstElementChild!.getBoundingClientRect();
  return new DOMRect(x - picture.x, y - picture.y, width, height);
}

const widths = [784, 64, 16, 64, 784];

function Diagram({ onChange }: { onChange: (size: number) => void }) {
  const [codeSize, setCodeSize] = useState(16);
  return (
    <HourglassDiagram
      layers={widths.map((width, i) => ({
        shape: [width],
        label: `layer ${i}`,
        activations:
          i === 4 ? null : Float32Array.from({ length: width }, (_, node) => (node < width / 2 ? 1 : 0)),
      }))}
      bottleneckIndex={2}
      isWaist
      codeSize={codeSize}
      minCode={1}
      maxCode={128}
      onCodeSizeChange={(size) => {
        setCodeSize(size);
        onChange(size);
      }}
      input={<span>in</span>}
      output={<span>out</span>}
    />
  );
}

it('bends the waist while a handle is dragged, and no longer once it is released', async () => {
  const onChange = vi.fn();
  mounted = mount(<Diagram onChange={onChange} />, 900, 164);
  await expect.element(page.getByText('bottleneck · drag')).toBeInTheDocument();
  const handle = mounted.host.querySelector('[data-handle=top]')!;
  const start = handle.getBoundingClientRect();
  const [x, y] = [start.left + start.width / 2, start.top + start.height / 2];
  const box = { width: 0, height: 164 - 44, top: 20 };
  const range = { min: 1, max: 128 };
  const from = handleDistance(16, range, box);
  expect(y).toBeCloseTo(80 - from, 0);

  point(handle, 'pointerdown', x, y);
  point(handle, 'pointermove', x, y - 10);
  const wider = codeSizeAt(from + 10, range, box);
  expect(wider).toBeGreaterThan(16);
  expect(onChange).toHaveBeenLastCalledWith(wider);
  point(handle, 'pointermove', x, y - 500);
  expect(onChange).toHaveBeenLastCalledWith(128);
  point(handle, 'pointermove', x, y + 500);
  expect(onChange).toHaveBeenLastCalledWith(1);
  point(handle, 'pointerup', x, y + 500);
  const changes = onChange.mock.calls.length;
  point(handle, 'pointermove', x, y - 500);
  expect(onChange).toHaveBeenCalledTimes(changes);
  await expect
    .element(page.getByRole('img'))
    .toHaveAccessibleName('Layers of 784, 64, 1, 64, 784 nodes; the bottleneck has 1');
});

it('shows which nodes are active, and only an even tint without activations', async () => {
  mounted = mount(<Diagram onChange={() => {}} />, 900, 164);
  const canvas = await vi.waitFor(() => {
    const found = mounted?.host.querySelector('canvas');
    expect(found?.width).toBeGreaterThan(400);
    return found!;
  });
  const context = canvas.getContext('2d')!;
  const alpha = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3] ?? 0;
  const bottom = canvas.height - 30;
  await vi.waitFor(() => expect(alpha(4, 30)).toBe(255)); // upper half of the input: all ones
  expect(alpha(4, bottom)).toBeLessThan(40);
  expect(alpha(canvas.width - 4, 30)).toBe(alpha(canvas.width - 4, bottom));
});

it('draws feature maps as a mosaic, and says that a Gaussian code is a mean and a spread', async () => {
  // Four maps of 2 x 2, of which only the last has anything to say.
  const maps = Float32Array.from({ length: 16 }, (_, i) => (i % 4 === 3 ? 1 : 0));
  const layers = [[4, 4, 1], [2, 2, 4], [2], [2, 2, 4], [4, 4, 1]].map((shape, index) => ({
    shape,
    label: `layer ${index}`,
    activations: index === 1 ? maps : null,
    hasSpread: index === 2,
  }));
  mounted = mount(
    <HourglassDiagram
      layers={layers}
      bottleneckIndex={2}
      isWaist
      codeSize={2}
      minCode={1}
      maxCode={128}
      onCodeSizeChange={() => {}}
      input={<span>in</span>}
      output={<span>out</span>}
      compression="16 numbers to 2 · 8 : 1"
      size="99 parameters"
    />,
    800,
    164,
  );
  await expect
    .element(page.getByRole('img'))
    .toHaveAccessibleName(
      'Layers of 4×4×1, 2×2×4, 2, 2×2×4, 4×4×1 nodes (height×width×feature maps); the bottleneck has 2, each a mean and a spread',
    );
  for (const words of ['2×2×4', 'μ, σ', '16 numbers to 2 · 8 : 1', '99 parameters'])
    await expect.element(page.getByText(words, { exact: false }).first()).toBeInTheDocument();
  const canvas = mounted.host.querySelector('canvas')!;
  const { x, y, width, height } = boxOf('layer 1');
  const alpha = (right: number, down: number) =>
    canvas.getContext('2d')!.getImageData(x + right * width, y + down * height, 1, 1).data[3] ?? 0;
  await vi.waitFor(() => expect(alpha(0.75, 0.75)).toBe(255));
  for (const [right, down] of [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
  ] as const)
    expect(alpha(right, down)).toBeLessThan(40);
});

it('draws the filters of a signal as bands over time', async () => {
  // Four filters over two moments, of which the third is active at the second.
  const filters = Float32Array.of(0, 0, 0, 0, 0, 0, 1, 0);
  const layers = [[4, 1, 1], [2, 1, 4], [2], [2, 1, 4], [4, 1, 1]].map((shape, index) => ({
    shape,
    label: `layer ${index}`,
    activations: index === 1 ? filters : null,
  }));
  mounted = mount(
    <HourglassDiagram
      layers={layers}
      bottleneckIndex={2}
      isWaist
      codeSize={2}
      minCode={1}
      maxCode={128}
      onCodeSizeChange={() => {}}
      input={<span>in</span>}
      output={<span>out</span>}
    />,
    800,
    164,
  );
  await expect
    .element(page.getByRole('img'))
    .toHaveAccessibleName('Layers of 4×1, 2×4, 2, 2×4, 4×1 nodes (length×filters); the bottleneck has 2');
  const canvas = mounted.host.querySelector('canvas')!;
  const { x, y, width, height } = boxOf('layer 1');
  const alpha = (right: number, down: number) =>
    canvas.getContext('2d')!.getImageData(x + right * width, y + down * height, 1, 1).data[3] ?? 0;
  await vi.waitFor(() => expect(alpha(0.75, 0.6)).toBe(255));
  for (const [right, down] of [
    [0.25, 0.6],
    [0.75, 0.35],
    [0.75, 0.85],
  ] as const)
    expect(alpha(right, down)).toBeLessThan(40);
});
