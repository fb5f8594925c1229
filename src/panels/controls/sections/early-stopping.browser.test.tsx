// The control of early stopping, with a session whose engine is not started.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../../../session/session';
import { SessionProvider } from '../../../session/hooks/session-context';
import { checkpointAt, createTestSession } from '../../../session/testing/test-session';
import { mount, type Mounted } from '../../../ui/mount-for-tests';
import { EarlyStopping } from './early-stopping';

let session: Session;
let mounted: Mounted;
beforeEach(async () => {
  await page.viewport(500, 700);
  ({ session } = createTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <EarlyStopping />
    </SessionProvider>,
    248,
    600,
  );
});
afterEach(() => mounted.unmount());

const slider = page.getByRole('slider', { name: 'Early stopping', exact: true });
const holdOut = page.getByRole('button', { name: 'Hold out 10 % and stop' });

it('says that it needs held-out samples, and holds some out when asked to', async () => {
  await expect.element(slider).toBeDisabled();
  await expect.element(slider).toHaveAccessibleDescription(/Nothing is held out/);
  await holdOut.click();
  expect(session.run.experiment.getState()).toMatchObject({ validationShare: 0.1, earlyStopping: 5 });
  await expect.element(slider).toBeEnabled();
  await expect.element(slider).toHaveAttribute('aria-valuetext', '5 epochs');
  await expect.element(holdOut).not.toBeInTheDocument();
});

it('keeps a patience that was chosen before', async () => {
  session.run.change({ earlyStopping: 12 });
  await holdOut.click();
  expect(session.run.experiment.getState().earlyStopping).toBe(12);
});

it('shows the best validation loss so far, and goes back to it', async () => {
  session.run.change({ validationShare: 0.1, earlyStopping: 3 });
  session.run.store.setState({ step: 1500, best: { loss: 0.0123, checkpoint: checkpointAt(900) } });
  await expect.element(page.getByText(/0\.0123 at step 900/)).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();
  expect(session.run.store.getState().step).toBe(900);
  await expect.element(page.getByRole('button', { name: 'Go back' })).not.toBeInTheDocument();
});
