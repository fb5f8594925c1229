// A lesson that lies over the page: what it speaks of stands in the room above it, and it folds to a line while the person acts.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { openLessonStore, setOpenLesson } from '../../../session/lessons/open-lesson';
import { SessionProvider } from '../../../session/hooks/session-context';
import type { FakeEngine } from '../../../session/testing/fake-engine';
import { startTestSession } from '../../../session/testing/test-session';
import type { Session } from '../../../session/session';
import { mount, type Mounted } from '../../../ui/mount-for-tests';
import { keepRecords, newRecord } from '../../../session/lessons/lesson-records';
import '../../../ui/theme/base.css';
import { LessonSheet } from './lesson-sheet';

let session: Session;
let engine: FakeEngine;
let mounted: Mounted;

const sheet = () => page.getByRole('region', { name: 'Lesson', exact: true });
const isFolded = () => openLessonStore.getState().open?.isFolded;
const rect = (element: Element) => element.getBoundingClientRect();
const panel = (name: string) => document.querySelector(`[data-control="panel.${name}"]`)!;
const scrollBy = (top: number) => scrollTo({ top: scrollY + top, behavior: 'instant' });

/** A page of panels with a lesson at one of its steps. */
async function open(at: number, width = 390): Promise<void> {
  await page.viewport(width, 844);
  keepRecords(localStorage, { autoencoder: { ...newRecord, at, predictions: { time: null } } });
  setOpenLesson({ id: 'autoencoder', isFolded: false, before: null });
  ({ session, engine } = await startTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <main>
        {['diagram', 'pad', 'reconstructions', 'curves'].map((name) => (
          <div key={name} data-control={`panel.${name}`} style={{ height: 600 }}>
            <button type="button">{name}</button>
          </div>
        ))}
      </main>
      <LessonSheet place="train" />
    </SessionProvider>,
  );
  // A page that scrolls.
  mounted.host.style.cssText = '';
  await expect.element(sheet()).toBeInTheDocument();
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  mounted.unmount();
  session.dispose();
  setOpenLesson(null);
  localStorage.clear();
  scrollTo(0, 0);
});

it('what a step speaks of is scrolled into the room above the sheet, and stays there when the sheet folds', async () => {
  await open(2);
  await vi.waitFor(() => expect(Math.abs(rect(panel('reconstructions')).top - 8)).toBeLessThan(2), 5000);
  expect(rect(sheet().element()).top).toBeGreaterThan(300);
  const before = rect(sheet().element()).height;
  await page.getByRole('button', { name: 'reconstructions' }).click();
  expect(isFolded()).toBe(true);
  await expect.element(sheet()).toHaveTextContent('Press Train: it takes 300 steps.');
  expect(rect(sheet().element()).height).toBeLessThan(before / 2);
  expect(Math.abs(rect(panel('reconstructions')).top - 8)).toBeLessThan(2);
});

it('a tap unfolds it; training folds it again, and focus that was in it stays in it', async () => {
  await open(2);
  await page.getByRole('button', { name: 'diagram' }).click();
  await page.getByText('Press Train: it takes 300 steps.').click();
  expect(isFolded()).toBe(false);
  await expect.element(sheet()).toHaveTextContent('Training pauses by itself.');
  page.getByRole('heading', { name: 'Let it learn' }).element().focus();
  session.run.toggle();
  await vi.waitFor(() => expect(isFolded()).toBe(true));
  expect(sheet().element().contains(document.activeElement)).toBe(true);
  expect(engine.commands.map(([name]) => name)).toContain('play');
});

it('a step that is done has Continue in the folded sheet, and the next one is unfolded', async () => {
  await open(2);
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect.element(page.getByText('What you saw')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Fold the lesson' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(isFolded()).toBe(false);
  await expect.element(page.getByRole('heading', { name: 'Draw a digit of your own' })).toHaveFocus();
});

it('leaves the page to a person who scrolls', async () => {
  await open(2);
  await vi.waitFor(() => expect(Math.abs(rect(panel('reconstructions')).top - 8)).toBeLessThan(2), 5000);
  dispatchEvent(new WheelEvent('wheel'));
  scrollBy(-300);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(Math.abs(rect(panel('reconstructions')).top - 308)).toBeLessThan(2);
});

it('beside a column nothing is scrolled or folded', async () => {
  await open(2, 1440);
  await page.getByRole('button', { name: 'diagram' }).click();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect([scrollY, isFolded()]).toEqual([0, false]);
});
