// Fingers on a slider: a page that scrolls must not change it.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, type Mounted } from '../../mount-for-tests';
import { Slider } from './slider';

let mounted: Mounted | undefined;
const onChange = vi.fn();
const onCommit = vi.fn();

beforeEach(() => {
  // made-up pointers cannot be captured
  vi.spyOn(Element.prototype, 'setPointerCapture').mockImplementation(() => undefined);
});
afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
  vi.restoreAllMocks();
  onChange.mockClear();
  onCommit.mockClear();
});

/** The track of a slider from 0 to 100 that stands at 20; 200 pixels wide. */
async function track(): Promise<Element> {
  mounted = mount(
    <Slider label="Size" value={20} min={0} max={100} step={1} onChange={onChange} onCommit={onCommit} />,
    200,
    60,
  );
  const slider = page.getByRole('slider', { name: 'Size' });
  await expect.element(slider).toHaveValue('20');
  const parent = slider.element().parentElement;
  if (!parent) throw new Error('the slider has no track');
  return parent;
}

function touch(target: Element, type: string, x: number, y: number): void {
  const box = target.getBoundingClientRect();
  target.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId: 7,
      pointerType: 'touch',
      isPrimary: true,
      button: type === 'pointermove' ? -1 : 0,
      clientX: box.left + x,
      clientY: box.top + y,
    }),
  );
}

it('leaves a vertical swipe that begins on it to the page', async () => {
  const target = await track();
  touch(target, 'pointerdown', 150, 10);
  for (let y = 12; y < 60; y += 4) touch(target, 'pointermove', 150 + y / 10, y);
  touch(target, 'pointercancel', 155, 60);
  expect(onChange).not.toHaveBeenCalled();
  expect(onCommit).not.toHaveBeenCalled();
});

it('does not take the end of a vertical swipe for a tap', async () => {
  const target = await track();
  touch(target, 'pointerdown', 150, 10);
  touch(target, 'pointermove', 151, 50);
  touch(target, 'pointerup', 151, 50);
  expect(onChange).not.toHaveBeenCalled();
});

it('follows a finger that moves along it', async () => {
  const target = await track();
  touch(target, 'pointerdown', 45, 10);
  touch(target, 'pointermove', 60, 11);
  touch(target, 'pointermove', 100, 40);
  touch(target, 'pointerup', 100, 40);
  expect(onChange).toHaveBeenLastCalledWith(50);
  expect(onCommit.mock.calls).toEqual([[50]]);
});

it('takes a tap', async () => {
  const target = await track();
  touch(target, 'pointerdown', 100, 10);
  touch(target, 'pointerup', 101, 11);
  expect(onCommit).toHaveBeenCalledTimes(1);
  expect(onChange).toHaveBeenCalledTimes(1);
});

it('takes back what a gesture changed before the browser cancelled it', async () => {
  const target = await track();
  touch(target, 'pointerdown', 45, 10);
  touch(target, 'pointermove', 100, 12);
  expect(onChange).toHaveBeenLastCalledWith(50);
  touch(target, 'pointercancel', 100, 60);
  expect(onChange).toHaveBeenLastCalledWith(20);
  expect(onCommit.mock.calls).toEqual([[20]]);
});

it('takes a typed value on Enter or blur, and says what it takes when the value is none of its own', async () => {
  await track();
  const field = page.getByRole('textbox', { name: 'Size, typed' });
  await expect.element(field).toHaveValue('20');
  await userEvent.fill(field, '250');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Type a number from 0 to 100.');
  expect(onChange).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('20');
  expect(page.getByRole('alert').elements()).toHaveLength(0);
  await userEvent.fill(field, '64.4');
  await userEvent.keyboard('{Enter}');
  expect(onChange.mock.calls).toEqual([[64]]);
  expect(onCommit.mock.calls).toEqual([[64]]);
});
