import { expect, it } from 'vitest';
import { emptyLine } from './drawn-line';
import { cursorAfter, firstCursor, type LineCursor } from './line-pen';

/** The line and the cursor after the keys, on five points; `S+` stands for Shift. */
function after(...keys: string[]): { line: number[]; cursor: LineCursor } {
  let line = emptyLine([5, 1]);
  const drawable = () => ({ line, channels: 1, channel: 0 });
  let cursor = firstCursor(drawable());
  for (const pressed of keys) {
    const key = { key: pressed.replace('S+', ''), shiftKey: pressed.startsWith('S+') };
    const moved = cursorAfter(drawable(), cursor, key);
    if (!moved) throw new Error(`${pressed} does nothing`);
    ({ line, cursor } = moved);
  }
  return { line: [...line].map((value) => Math.round(1000 * value) / 1000), cursor };
}

it('begins in the middle, and draws nothing by moving along time', () => {
  expect(after('ArrowLeft')).toEqual({
    line: [NaN, NaN, NaN, NaN, NaN],
    cursor: { point: 1, value: 0.5, isDown: false },
  });
  expect(after('End').cursor.point).toBe(4);
  expect(after('S+ArrowLeft').cursor.point).toBe(0);
});

it('draws the point that it raises or lowers, finely and in large steps, within what one can see', () => {
  expect(after('ArrowUp').line).toEqual([NaN, NaN, 0.52, NaN, NaN]);
  expect(after('S+ArrowDown').line).toEqual([NaN, NaN, 0.3, NaN, NaN]);
  expect(after('S+ArrowUp', 'S+ArrowUp', 'S+ArrowUp', 'S+ArrowUp').line[2]).toBe(1.08);
});

it('takes the value of the line where it arrives, unless the pen is down: then the line takes its', () => {
  const up = after('S+ArrowUp', 'ArrowRight', 'ArrowUp');
  expect(up.line).toEqual([NaN, NaN, 0.7, 0.72, NaN]);
  const down = after('S+ArrowUp', ' ', 'ArrowRight', 'S+ArrowDown', 'ArrowRight', ' ', 'Home');
  expect(down.line).toEqual([NaN, NaN, 0.7, 0.5, 0.5]);
  expect([down.cursor.point, down.cursor.isDown]).toEqual([0, false]);
  expect(down.cursor.value).toBeCloseTo(0.7, 5);
});

it('leaves other keys to the page', () => {
  const drawable = { line: emptyLine([5, 1]), channels: 1, channel: 0 };
  expect(cursorAfter(drawable, firstCursor(drawable), { key: 'Tab', shiftKey: false })).toBeNull();
});
