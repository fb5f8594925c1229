import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { mount, type Mounted } from '../mount-for-tests';
import { Place } from './place';

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

it.each([
  ['a desk', 1440, 900],
  ['a phone', 390, 844],
])('draws a later card far below the edge of %s, though nobody scrolls to it', async (_, width, height) => {
  await page.viewport(width, height);
  mounted = mount(
    <>
      <div style={{ height: 4000 }} />
      <Place name="The card" isLater>
        <p>What it says</p>
      </Place>
    </>,
  );
  await expect.element(page.getByText('What it says'), { timeout: 6000 }).toBeInTheDocument();
});

it('draws a later card that is in view on a phone', async () => {
  await page.viewport(390, 844);
  mounted = mount(
    <Place name="The card" isLater>
      <p>What it says</p>
    </Place>,
  );
  await expect.element(page.getByText('What it says')).toBeVisible();
});
