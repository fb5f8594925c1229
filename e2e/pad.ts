// Strokes on the drawing pad, by mouse and by touch.
import type { Locator } from '@playwright/test';

/** A point on the pad, from (0, 0) at the top left to (1, 1) at the bottom right. */
type Place = readonly [x: number, y: number];

/** A seven, in two strokes. */
export const seven: readonly (readonly Place[])[] = [
  [
    [0.28, 0.25],
    [0.5, 0.25],
    [0.72, 0.25],
    [0.6, 0.5],
    [0.45, 0.8],
  ],
  [
    [0.4, 0.52],
    [0.68, 0.52],
  ],
];

export async function drawByMouse(pad: Locator, strokes: readonly (readonly Place[])[]): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const { mouse } = pad.page();
  for (const stroke of strokes) {
    const [first, ...rest] = await onScreen(pad, stroke);
    if (!first) continue;
    await mouse.move(first.x, first.y);
    await mouse.down();
    for (const { x, y } of rest) await mouse.move(x, y, { steps: 3 });
    await mouse.up();
  }
}

/** Draws with one finger through the browser's touch input, so that side effects such as scrolling are real. */
export async function drawByFinger(pad: Locator, strokes: readonly (readonly Place[])[]): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const browser = await pad.page().context().newCDPSession(pad.page());
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints });
  for (const stroke of strokes) {
    const [first, ...rest] = await onScreen(pad, stroke);
    if (!first) continue;
    await touch('touchStart', [first]);
    for (const point of rest) await touch('touchMove', [point]);
    await touch('touchEnd', []);
  }
}

async function onScreen(pad: Locator, stroke: readonly Place[]): Promise<{ x: number; y: number }[]> {
  const box = await pad.boundingBox();
  if (!box) throw new Error('The drawing pad is not on the page.');
  return stroke.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
}
