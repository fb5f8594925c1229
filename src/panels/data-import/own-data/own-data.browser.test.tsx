// The list of a person's own data sets in the dialog.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImportedDataset } from '../../../core/import/import-api';
import type { Session } from '../../../session/session';
import { SessionProvider } from '../../../session/hooks/session-context';
import { createFakeImports } from '../../../session/testing/fake-imports';
import { createTestSession } from '../../../session/testing/test-session';
import { mount, type Mounted } from '../../../ui/mount-for-tests';
import { DataImport } from '../data-import';

const own = {
  id: 'own:0123456789abcdef',
  isKept: false,
  dataset: {
    manifest: { name: 'Animals', sampleShape: [4, 4, 1], train: { count: 850 }, test: { count: 150 } },
    shards: [new Blob(['12345678'])],
  },
} as unknown as ImportedDataset;

let session: Session;
let mounted: Mounted;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = page.getByRole('dialog', { name: 'Add data' });

beforeEach(async () => {
  await page.viewport(1000, 900);
  ({ session } = createTestSession({ imports: createFakeImports().calls }));
  mounted = mount(
    <SessionProvider session={session}>
      <DataImport />
    </SessionProvider>,
    900,
    200,
  );
});
afterEach(() => {
  session.importing.close();
  mounted.unmount();
});

describe('data that were added', () => {
  const list = page.getByRole('list', { name: 'Your data' });

  beforeEach(() => {
    session.datasets.add(own);
    session.importing.show();
  });

  it('are listed with their size, and can be used', async () => {
    await expect
      .element(list)
      .toHaveTextContent('1,000 samples · 4 × 4 pixels, grey · under 0.1 MB · for this visit only');
    await button('Use Animals').click();
    expect(session.run.experiment.getState().dataset).toBe(own.id);
    await expect.element(dialog).not.toBeInTheDocument();
    session.importing.show();
    await expect.element(button('Remove Animals')).toBeDisabled();
  });

  it('say that the browser may delete what it keeps, where it does not promise otherwise', async () => {
    const note = page.getByText(/The browser may delete these/);
    expect(note.query()).toBeNull();
    // The fake storage answers nothing.
    session.datasets.add({ ...own, isKept: true });
    await expect.element(note).toBeVisible();
  });

  it('can be renamed; Escape keeps the name, and the dialog', async () => {
    await button('Rename Animals').click();
    await page.getByLabelText('New name').fill('Beasts');
    await userEvent.keyboard('{Escape}');
    await expect.element(list).toHaveTextContent('Animals');
    await button('Rename Animals').click();
    await page.getByLabelText('New name').fill('Beasts');
    await userEvent.keyboard('{Enter}');
    await expect.element(list).toHaveTextContent('Beasts');
  });

  it('can be removed, and brought back for a while', async () => {
    await button('Remove Animals').click();
    await expect.element(list).toHaveTextContent('“Animals” was removed.');
    expect(session.datasets.store.getState().own).toEqual([]);
    await button('Undo: Animals').click();
    await expect.element(button('Remove Animals')).toBeVisible();
  });
});
