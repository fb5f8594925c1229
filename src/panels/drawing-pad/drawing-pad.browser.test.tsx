// The drawing pad with a session whose engine is not started.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Session } from '../../session/session';
import { SessionProvider } from '../../session/hooks/session-context';
import { startedEvent } from '../../session/testing/fake-engine';
import { createTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { DrawingPad } from './drawing-pad';

let session: Session;
let mounted: Mounted;
beforeEach(async () => {
  await page.viewport(500, 700);
  ({ session } = createTestSession());
  session.run.change({ dataset: 'patches' });
  mounted = mount(
    <SessionProvider session={session}>
      <DrawingPad />
    </SessionProvider>,
    400,
    320,
  );
});
afterEach(() => mounted.unmount());

const drawn = page.getByRole('img', { name: 'Drawing', exact: true });

it('says what a drawing becomes once the form of the data has been measured', async () => {
  session.run.store.setState({ facts: startedEvent('1') });
  await expect.element(drawn).toBeInTheDocument();
  await expect.element(page.getByText(/A drawing becomes/)).not.toBeInTheDocument();
  session.run.store.setState({
    drawingForm: { form: { boxSize: 21, centre: 'box', strokeWidth: [2, 3], levels: { paper: 1, ink: 0 } } },
  });
  await expect.element(page.getByText(/dark on light, 21 pixels across, centred by its box/)).toBeVisible();
});

it('asks for a picture where the images are no drawings', async () => {
  session.run.store.setState({ facts: startedEvent('1'), drawingForm: { form: null } });
  await expect.element(page.getByText(/choose a picture, or paste one here/)).toBeVisible();
  await expect.element(drawn).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
});
