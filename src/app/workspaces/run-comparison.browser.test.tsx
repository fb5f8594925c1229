// Compare, runs: choosing which to compare, and what is said of them.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Experiment } from '../../core/experiment/experiment';
import { keptRun } from '../../session/testing/kept-runs';
import { memoryRunArchive, type MemoryRunArchive } from '../../session/testing/memory-run-archive';
import { createTestSession } from '../../session/testing/test-session';
import { openApp } from '../app-for-tests';

let archive: MemoryRunArchive;
let close: () => void = () => undefined;

async function open(hash: string): Promise<void> {
  await page.viewport(1440, 900);
  location.hash = hash;
  close = openApp(createTestSession({ runArchive: () => Promise.resolve(archive) }).session, {
    address: true,
  });
}

async function keep(id: string, patch: Partial<Experiment> = {}): Promise<void> {
  await archive.keep(keptRun(id, patch).kept);
}

beforeEach(() => {
  archive = memoryRunArchive();
});
afterEach(() => {
  close();
  location.hash = '#train';
  vi.restoreAllMocks();
});

const compare = page.getByRole('button', { name: 'Compare', exact: true });

it('compares up to ten runs; the way back leads to the same selection, and one more is too many', async () => {
  const ids = Array.from({ length: 11 }, (_, i) => `run ${i}`);
  for (const [seed, id] of ids.entries()) await keep(id, { seed });
  await open(`#compare/runs/${ids.slice(0, 10).map(encodeURIComponent).join('+')}`);
  await expect.element(page.getByRole('heading', { name: '10 runs compared' })).toHaveFocus();
  await expect.element(page.getByText(/Only the seed differs/)).toBeInTheDocument();
  await userEvent.click(page.getByRole('link', { name: 'All runs' }));
  await expect.element(compare).toHaveFocus();
  await userEvent.click(page.getByRole('checkbox', { checked: false }));
  await expect.element(compare).toBeDisabled();
  await userEvent.hover(compare, { force: true });
  await expect
    .element(page.getByText('11 runs are selected, and at most 10 can be compared'))
    .toBeInTheDocument();
});

it('shows in which settings runs differ, all of them on demand, and what is searched for', async () => {
  await keep('a', { codeSize: 2 });
  await keep('b', { codeSize: 64, loss: 'mae' });
  await open('#compare/runs/a+b');
  const rows = page.getByRole('table', { name: 'Settings' }).getByRole('rowheader');
  const labels = () => rows.elements().map((row) => row.textContent);
  await expect.poll(labels).toEqual(['Bottleneck size', 'Loss']);
  await userEvent.click(page.getByRole('checkbox', { name: 'Only differences' }));
  await expect.poll(() => labels().includes('Learning rate')).toBe(true);
  await userEvent.fill(page.getByRole('textbox', { name: 'Search' }), 'schedule');
  await expect.poll(labels).toEqual(['Schedule']);
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await userEvent.click(page.getByRole('button', { name: 'Copy table: Settings' }));
  expect(write.mock.calls[0]?.[0]).toMatch(/^Setting\tA .*\tB .*\nSchedule\tConstant\tConstant$/);
});

it('names a run that is gone, and compares the others; of one alone there is nothing to compare', async () => {
  await keep('a');
  await keep('b', { seed: 2 });
  await open('#compare/runs/a+gone+b');
  await expect.element(page.getByText('The run gone is no longer kept.')).toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: '2 runs compared' })).toBeInTheDocument();
  location.hash = '#compare/runs/a+gone';
  await expect.element(page.getByText(/There is nothing to compare/)).toBeInTheDocument();
});

it('leaves the focus in the row of a run that was deleted and comes back', async () => {
  await keep('a');
  await keep('b', { codeSize: 2 });
  await open('#compare/runs');
  const last = page.getByRole('checkbox').nth(1);
  await userEvent.click(last);
  const name = last.element().ariaLabel ?? '';
  await userEvent.click(page.getByRole('button', { name: 'Delete', exact: true }));
  await expect.element(page.getByRole('checkbox', { name, exact: true })).not.toBeInTheDocument();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect.element(undo).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('checkbox', { name, exact: true })).toHaveFocus();
});
