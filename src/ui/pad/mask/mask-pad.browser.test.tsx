import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useEffect, useState } from 'react';
import { countMissing, emptyMask, type Mask } from '../../../core/inpainting/mask';
import { mount, point, type Mounted } from '../../mount-for-tests';
import { MaskPad } from './mask-pad';
import type { MaskTool } from './mask-pen';

let mounted: Mounted | undefined;
const undo = vi.fn<() => void>();
const strokes: Mask[] = [];
let mask: Mask;
beforeEach(() => {
  // made-up pointers cannot be captured
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => {});
  strokes.length = 0;
  undo.mockReset();
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
});

const brush: MaskTool = { kind: 'brush', size: 3, mode: 'remove' };

function Pad({ shape, tool }: { shape: readonly number[]; tool: MaskTool }) {
  const [current, setCurrent] = useState(() => emptyMask(shape));
  useEffect(() => {
    mask = current;
  }, [current]);
  return (
    <MaskPad
      label="Damaged"
      padLabel="Paint"
      keysHelp="Arrow keys move"
      info={{ shape }}
      values={new Float32Array(shape.reduce((product, side) => product * side, 1)).fill(1)}
      mask={current}
      tool={tool}
      onMask={setCurrent}
      onStroke={(before) => strokes.push(before)}
      onUndo={undo}
      placeText={(row, column, isMissing) => `${row} ${column} ${isMissing ? 'missing' : 'known'}`}
    />
  );
}

async function pad(
  shape: readonly number[],
  tool: MaskTool = brush,
  width = 280,
): Promise<HTMLCanvasElement> {
  mounted = mount(<Pad shape={shape} tool={tool} />, width, 280);
  const image = page.getByRole('img', { name: 'Damaged', exact: true });
  await expect.element(image).toBeInTheDocument();
  return image.element() as HTMLCanvasElement;
}

const pixel = (canvas: HTMLCanvasElement, x: number, y: number) =>
  [...canvas.getContext('2d')!.getImageData(x, y, 1, 1).data].slice(0, 3);

it('removes what the brush passes while it moves, and shows a pattern there', async () => {
  const canvas = await pad([28, 28, 1]);
  point(canvas, 'pointerdown', 45, 145);
  for (let x = 50; x <= 200; x += 10) point(canvas, 'pointermove', x, 145);
  // 28 pixels in 280: from pixel 4 to 20 in row 14, three rows high
  await vi.waitFor(() => expect(mask[14 * 28 + 19]).toBe(1));
  expect(strokes).toHaveLength(0);
  point(canvas, 'pointerup', 200, 145);
  await vi.waitFor(() => expect(strokes).toHaveLength(1));
  expect(countMissing(strokes[0]!)).toBe(0);
  expect([13, 14, 15].map((row) => mask[row * 28 + 10])).toEqual([1, 1, 1]);
  expect([12, 16].map((row) => mask[row * 28 + 10])).toEqual([0, 0]);
  await vi.waitFor(() => {
    const [red = 0, , blue = 0] = pixel(canvas, 10, 14);
    expect(blue).toBeGreaterThan(red + 50);
  });
  expect(pixel(canvas, 10, 3)).toEqual([255, 255, 255]);
});

it('takes back a stroke that the browser cancels', async () => {
  const canvas = await pad([28, 28, 1]);
  point(canvas, 'pointerdown', 45, 145);
  point(canvas, 'pointermove', 100, 145);
  await vi.waitFor(() => expect(countMissing(mask)).toBeGreaterThan(9));
  point(canvas, 'pointercancel', 100, 145);
  await vi.waitFor(() => expect(countMissing(mask)).toBe(0));
  expect(strokes).toHaveLength(0);
});

it('by keyboard: arrows move, Space paints for as long as it is held, Ctrl and Z undoes', async () => {
  await pad([28, 28, 1], { ...brush, size: 1 });
  const keys: string[] = [];
  const note = (event: KeyboardEvent) => event.defaultPrevented || keys.push(event.key);
  addEventListener('keydown', note);
  await userEvent.tab();
  await expect.element(page.getByRole('application', { name: 'Paint' })).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowUp}');
  await expect.element(page.getByRole('status')).toHaveTextContent('14 16 known');
  await userEvent.keyboard('{ >}{ArrowRight}{ArrowRight}{/ }');
  await vi.waitFor(() => expect(strokes).toHaveLength(1));
  expect([14, 15, 16, 17, 18].map((column) => mask[13 * 28 + column])).toEqual([0, 1, 1, 1, 0]);
  await expect.element(page.getByRole('status')).toHaveTextContent('14 18 missing');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(undo).toHaveBeenCalledTimes(1);
  // Space is the key for Train elsewhere.
  expect(keys.filter((key) => key !== 'Control' && key !== 'Tab')).toEqual([]);
  removeEventListener('keydown', note);
});

it('by keyboard a rectangle has two corners, and Escape drops it', async () => {
  await pad([28, 28, 1], { kind: 'rectangle', side: 4 });
  await userEvent.tab();
  await userEvent.keyboard(' {ArrowRight}{ArrowDown}{Escape}');
  await vi.waitFor(() => expect(countMissing(mask)).toBe(0));
  await userEvent.keyboard(' {ArrowRight}{ArrowRight}{ArrowDown} ');
  await vi.waitFor(() => expect(strokes).toHaveLength(1));
  expect(countMissing(mask)).toBe(6);
});

it('removes a stretch of a signal, at any height, and the line has a gap there', async () => {
  const canvas = await pad([50, 2], { kind: 'brush', size: 5, mode: 'remove' }, 288);
  expect([canvas.width, canvas.height]).toEqual([288, 192]);
  point(canvas, 'pointerdown', 144, 20);
  point(canvas, 'pointerup', 144, 20);
  await vi.waitFor(() => expect(countMissing(mask)).toBeGreaterThan(0));
  const missing = [...mask.keys()].filter((at) => mask[at] === 1);
  // half of the picture is between points 24 and 25 of 0 to 49
  expect(missing).toEqual([22, 23, 24, 25, 26, 27]);
  const middle = (canvas.width * ((missing[0] ?? 0) + 1)) / 49;
  await vi.waitFor(() => {
    const [red = 0, , blue = 0] = pixel(canvas, middle, 2);
    expect(blue).toBeGreaterThan(red + 50);
  });
});
