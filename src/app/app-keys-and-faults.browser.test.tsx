// The whole page against an engine that only notes its commands: what is on the screen, and what the controls ask for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Session } from '../session/session';
import { type FakeEngine } from '../session/testing/fake-engine';
import { createTestSession } from '../session/testing/test-session';
import { openApp, showFirstRun } from './app-for-tests';

let close: () => void;
let session: Session;
let engine: FakeEngine;

function openPage() {
  ({ session, engine } = createTestSession());
  close = openApp(session, { keys: true });
}

function say(...events: Parameters<FakeEngine['emit']>[0][]) {
  events.forEach(engine.emit);
}

const begin = () => showFirstRun(session, engine);

/** What the person asked for; which views are seen is told beside it, whenever the browser has found out. */
const asked = () => engine.commands.filter(([name]) => name !== 'setSeen');
const names = () => asked().map(([name]) => name);
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('keys and faults', () => {
  beforeEach(async () => {
    await page.viewport(1440, 900);
    openPage();
  });
  afterEach(() => close());

  it('trains, pauses and steps by button and by key, once for each press', async () => {
    await begin();
    engine.commands.length = 0;
    await button('Train').click();
    await expect.element(button('Pause')).toBeInTheDocument();
    // The button has the focus: Space presses it, and the page's own key must not do it again.
    await userEvent.keyboard(' ');
    await expect.element(button('Train')).toBeInTheDocument();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard(' ');
    await userEvent.keyboard('.');
    expect(names()).toEqual(['play', 'pause', 'play', 'step']);
  });

  it('leaves the keys to a field that is being typed in', async () => {
    await begin();
    await page.getByText('Advanced').click();
    engine.commands.length = 0;
    await page.getByRole('textbox', { name: 'Seed' }).click();
    await userEvent.keyboard('r. ');
    expect(names()).toEqual([]);
  });

  it('names a shard that could not be had, and asks for it again', async () => {
    await begin();
    say({
      type: 'data-failed',
      dataset: 'mnist',
      shard: 'train-3.shard',
      message: { code: 'data.missing', file: 'train-3.shard' },
    });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/train-3\.shard/);
    await button('Retry').click();
    expect(names()).toContain('retryData');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('says that the engine was restarted and from which step', async () => {
    await begin();
    session.run.store.setState({ wantsTraining: true });
    engine.die();
    await expect.element(page.getByText(/was restarted from the beginning/)).toBeInTheDocument();
    await expect.poll(() => names().slice(-2)).toEqual(['build', 'play']);
  });
});
