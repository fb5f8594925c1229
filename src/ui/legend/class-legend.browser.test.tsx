import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount, type Mounted } from '../mount-for-tests';
import { ClassLegend } from './class-legend';

let mounted: Mounted | null = null;
afterEach(() => mounted?.unmount());

function legendOf(count: number) {
  const classes = Array.from({ length: count }, (_, id) => ({ id, name: nameOf(id), colour: '#1555bd' }));
  const onPress = vi.fn();
  mounted = mount(
    <ClassLegend
      look="select"
      classes={classes}
      isPressed={(id) => id === 3}
      onPress={onPress}
      buttonLabel={(name) => `Select class ${name}`}
      explain={(name) => `Select all of class ${name}`}
    />,
    600,
    400,
  );
  return onPress;
}

/** `kind 7`, every hundredth a cat. */
function nameOf(id: number): string {
  return id % 100 === 50 ? `cat ${id}` : `kind ${id}`;
}

const search = () => page.getByRole('searchbox', { name: 'Find a class' });
const list = () => page.getByRole('list', { name: 'Classes' });
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('of ten classes shows them all, without a search field', async () => {
  legendOf(10);
  await expect.element(button('Select class kind 9')).toBeVisible();
  expect(search().query()).toBeNull();
  await expect.element(button('Select class kind 3')).toHaveAttribute('aria-pressed', 'true');
});

it('of 345 classes keeps to a height of its own and scrolls', async () => {
  legendOf(345);
  await expect.element(button('Select class kind 0')).toBeVisible();
  const element = list().element();
  expect(element.getBoundingClientRect().height).toBeLessThanOrEqual(72);
  expect(element.scrollHeight).toBeGreaterThan(400);
});

it('finds a class by a part of its name, and Enter chooses the first that is found', async () => {
  const onPress = legendOf(345);
  await search().fill('CAT');
  await expect.element(page.getByText('3 of 345')).toBeVisible();
  expect(list().element().querySelectorAll('button')).toHaveLength(3);
  await userEvent.keyboard('{Enter}');
  expect(onPress).toHaveBeenCalledExactlyOnceWith(50);
  await userEvent.keyboard('{Escape}');
  expect(list().element().querySelectorAll('button')).toHaveLength(345);
  await search().fill('no such thing');
  await expect.element(page.getByText('0 of 345')).toBeVisible();
});

it('is one stop of the Tab key, with the arrow keys between its classes', async () => {
  const onPress = legendOf(345);
  await search().click();
  await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
  await expect.element(button('Select class kind 2')).toHaveFocus();
  await userEvent.keyboard('{End}');
  await expect.element(button('Select class kind 344')).toHaveFocus();
  // what has the focus is in view
  const [own, frame] = [button('Select class kind 344'), list()].map((one) =>
    one.element().getBoundingClientRect(),
  );
  expect(own!.bottom).toBeLessThanOrEqual(frame!.bottom + 1);
  await userEvent.keyboard(' ');
  expect(onPress).toHaveBeenCalledExactlyOnceWith(344);
  expect(list().element().querySelectorAll('button[tabindex="0"]')).toHaveLength(1);
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  await expect.element(search()).toHaveFocus();
});
