import { expect, it } from 'vitest';
import { placeBubble } from './place-bubble';

const view = { width: 1000, height: 600 };
const bubble = { width: 200, height: 60 };

it('stands above what it explains, its tip in the middle of that', () => {
  const place = placeBubble({ left: 400, top: 300, width: 100, height: 20 }, bubble, view, 'top');
  expect(place).toEqual({ left: 350, top: 234, side: 'top', tip: 100 });
});

it('stands below where there is no room above', () => {
  const place = placeBubble({ left: 400, top: 30, width: 100, height: 20 }, bubble, view, 'top');
  expect(place).toMatchObject({ top: 56, side: 'bottom' });
});

it('keeps within the window, and its tip on what it explains', () => {
  const atLeft = placeBubble({ left: 10, top: 300, width: 40, height: 20 }, bubble, view, 'top');
  expect(atLeft).toMatchObject({ left: 8, tip: 22 });
  const atRight = placeBubble({ left: 980, top: 300, width: 20, height: 20 }, bubble, view, 'top');
  expect(atRight).toMatchObject({ left: 792, tip: 188 });
});

it('stands to the left where that is asked for, and to the right where there is no room', () => {
  const anchor = { left: 500, top: 300, width: 40, height: 20 };
  expect(placeBubble(anchor, bubble, view, 'left')).toEqual({ left: 294, top: 280, side: 'left', tip: 30 });
  expect(placeBubble({ ...anchor, left: 20 }, bubble, view, 'left')).toMatchObject({
    left: 66,
    side: 'right',
  });
});

it('stays in the window that is smaller than both', () => {
  const small = { width: 150, height: 50 };
  const { left, top } = placeBubble({ left: 0, top: 0, width: 150, height: 50 }, bubble, small, 'top');
  expect([left, top]).toEqual([8, 8]);
});
