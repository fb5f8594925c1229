// The class filter with a session whose engine is not started.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { digitsInfo } from '../../../core/samples/testing/digits-info';
import { startedEvent } from '../../../session/testing/fake-engine';
import type { Session } from '../../../session/session';
import { SessionProvider } from '../../../session/hooks/session-context';
import { createTestSession } from '../../../session/testing/test-session';
import { mount, type Mounted } from '../../../ui/mount-for-tests';
import { ClassFilter } from './class-filter';

let session: Session;
let mounted: Mounted;

function show(classNames: readonly string[]) {
  session.run.store.setState({
    facts: { ...startedEvent('1'), dataset: { ...digitsInfo, classNames } },
  });
}

const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const chosen = () => session.run.experiment.getState().classes;
const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

beforeEach(async () => {
  await page.viewport(500, 700);
  ({ session } = createTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <ClassFilter />
    </SessionProvider>,
    248,
    600,
  );
});
afterEach(() => mounted.unmount());

it('has a box for each class, and the experiment follows them', async () => {
  show(digits);
  await expect.element(page.getByRole('group', { name: 'Classes to train on' })).toBeVisible();
  for (const digit of digits) await expect.element(box(digit)).toBeChecked();
  await box('3').click();
  expect(chosen()).toEqual([0, 1, 2, 4, 5, 6, 7, 8, 9]);
  await button('Invert').click();
  expect(chosen()).toEqual([3]);
  await button('All').click();
  expect(chosen()).toEqual([]);
});

it('never leaves the experiment without a class: the last one stays until another is chosen', async () => {
  show(digits);
  await button('None').click();
  await expect.element(page.getByText(/Choose at least one/)).toBeVisible();
  expect(chosen()).toEqual([]);
  await box('7').click();
  expect(chosen()).toEqual([7]);
  await box('7').click();
  await expect.element(box('7')).not.toBeChecked();
  expect(chosen()).toEqual([7]);
  await expect.element(page.getByText(/trains on 1 class as before/)).toBeVisible();
  await box('2').click();
  expect(chosen()).toEqual([2]);
});

it('stays low and can be searched with hundreds of classes, each once a stop of the arrow keys', async () => {
  show(Array.from({ length: 345 }, (_, index) => `kind ${index}`));
  const list = page.getByRole('list', { name: 'Classes' });
  await expect.poll(() => list.element().getBoundingClientRect().height).toBeLessThanOrEqual(84);
  await button('None').click();
  await page.getByRole('searchbox', { name: 'Find a class' }).fill('kind 33');
  await expect.poll(() => list.getByRole('checkbox').elements().length).toBe(11);
  await userEvent.keyboard('{Enter}');
  expect(chosen()).toEqual([33]);
});

it('is not there for a data set without classes', async () => {
  show([]);
  await expect.poll(() => mounted.host.querySelector('fieldset')).toBeNull();
  show(digits);
  await expect.element(box('0')).toBeVisible();
  show(['only']);
  await expect.poll(() => mounted.host.querySelector('fieldset')).toBeNull();
});
