// Panels that scroll in and out of the window, and a tab that is put away.
import { useEffect } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useCalmState } from '../chart/use-calm-state';
import { mount, type Mounted } from '../mount-for-tests';
import { InView, useInViewEffect, useWhileInView } from './in-view';

type Listener = (state: number) => void;

function createCounter() {
  let state = 0;
  const listeners = new Set<Listener>();
  return {
    getState: () => state,
    setState(next: number) {
      state = next;
      listeners.forEach((listener) => listener(next));
    },
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listeners,
  };
}

const renderings = { parts: 0, calm: 0 };
let counter: ReturnType<typeof createCounter>;
let mounted: Mounted;

function Parts() {
  const state = useWhileInView(counter, (value) => `at ${value}`);
  useEffect(() => {
    renderings.parts++;
  });
  return <p>{state}</p>;
}

function Calm() {
  const state = useCalmState(counter, 10);
  useEffect(() => {
    renderings.calm++;
  });
  return <p>calm {state}</p>;
}

const enter = vi.fn();
const leave = vi.fn();
const onView = () => {
  enter();
  return leave;
};

function Effect() {
  useInViewEffect(onView);
  return null;
}

const twoFrames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
/** Longer than the calm state waits. */
const aWhile = async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  await twoFrames();
};
const scroll = (top: number) => mounted.host.scrollTo({ top, behavior: 'instant' });

beforeEach(async () => {
  await page.viewport(400, 500);
  counter = createCounter();
  mounted = mount(
    <>
      <div style={{ height: 2000 }} />
      <InView>
        <Parts />
        <Calm />
        <Effect />
      </InView>
    </>,
    400,
    500,
  );
  mounted.host.style.overflow = 'auto';
  await expect.element(page.getByText('at 0', { exact: true })).toBeInTheDocument();
  await aWhile();
  vi.clearAllMocks();
});
afterEach(() => {
  mounted.unmount();
  vi.restoreAllMocks();
});

it('renders nothing below the fold, whatever happens, and does not even listen', async () => {
  const before = { ...renderings };
  for (let i = 1; i <= 20; i++) counter.setState(i);
  await aWhile();
  expect(renderings).toEqual(before);
  expect(counter.listeners.size).toBe(0);
  expect(enter).not.toHaveBeenCalled();
});

it('shows what is when it comes into view, follows it there, and stops when it is left', async () => {
  counter.setState(7);
  scroll(2000);
  await expect.element(page.getByText('at 7', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText('calm 7', { exact: true })).toBeInTheDocument();
  expect(enter).toHaveBeenCalledOnce();
  counter.setState(8);
  await expect.element(page.getByText('at 8', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText('calm 8', { exact: true })).toBeInTheDocument();
  expect(leave).not.toHaveBeenCalled();

  scroll(0);
  await expect.poll(() => leave.mock.calls.length).toBe(1);
  expect(counter.listeners.size).toBe(0);
});

it('stops in a tab that is put away, and is right again when the tab is shown', async () => {
  scroll(2000);
  await expect.poll(() => counter.listeners.size).toBe(2);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => counter.listeners.size).toBe(0);
  await aWhile();
  const before = { ...renderings };
  counter.setState(9);
  await aWhile();
  expect(renderings).toEqual(before);
  visibility.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.element(page.getByText('at 9', { exact: true })).toBeInTheDocument();
  await expect.element(page.getByText('calm 9', { exact: true })).toBeInTheDocument();
});
