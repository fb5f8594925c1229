// The dialog with an import worker of the test's own.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CodedError } from '../../core/failure';
import type { ImportedDataset } from '../../core/import/import-api';
import type { ImportFailure } from '../../core/import/import-failure';
import type { Session } from '../../session/session';
import { SessionProvider } from '../../session/hooks/session-context';
import { createFakeImports, picturesPreview, type FakeImports } from '../../session/testing/fake-imports';
import { createTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { AddDataButton } from './button/add-data-button';
import { DataImport } from './data-import';

let fake: FakeImports;
let session: Session;
let mounted: Mounted;

const button = (name: string) => page.getByRole('button', { name, exact: true });
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const output = (name: string) => page.getByRole('status', { name, exact: true });
const dialog = page.getByRole('dialog', { name: 'Add data' });
const alert = dialog.getByRole('alert');
const own = {
  id: 'own:0123456789abcdef',
  isKept: false,
  dataset: {
    manifest: { name: 'Animals', sampleShape: [4, 4, 1], train: { count: 850 }, test: { count: 150 } },
    shards: [new Blob(['12345678'])],
  },
} as unknown as ImportedDataset;

const file = (name: string) => new File(['a'], name);

function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const one of files) transfer.items.add(one);
  return transfer;
}

async function chooseFiles(...files: File[]) {
  await page.getByLabelText('Choose files', { exact: true }).upload(files);
  await expect.poll(() => fake.opened.length).toBeGreaterThan(0);
}

/** The dialog is open and shows this preview. */
async function showPreview(preview = picturesPreview()) {
  await button('Add data').click();
  await chooseFiles(file('a.png'));
  fake.opened[0]?.answer(preview);
  await expect.element(button('Use this data')).toBeVisible();
}

beforeEach(async () => {
  await page.viewport(1000, 900);
  fake = createFakeImports();
  ({ session } = createTestSession({ imports: fake.calls }));
  mounted = mount(
    <SessionProvider session={session}>
      <AddDataButton />
      <input aria-label="Text" />
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

describe('files', () => {
  it('are chosen in the dialog, and what is done with them is told in numbers', async () => {
    await button('Add data').click();
    await expect.element(dialog).toBeVisible();
    await chooseFiles(file('a.png'), file('b.png'));
    expect(fake.opened[0]?.question.map(({ path }) => path)).toEqual(['a.png', 'b.png']);
    fake.opened[0]?.tell({ stage: 'decoding', done: 1200, total: 5000, unit: 'files' });
    await expect.element(dialog.getByText('1,200 of 5,000 files')).toBeVisible();
    const progress = page.getByRole('progressbar', { name: 'Opening the files' });
    await expect.element(progress).toHaveAttribute('aria-valuenow', '24');
  });

  it('can be dropped anywhere on the page, which shows where', async () => {
    const transfer = transferOf(file('x.csv'));
    const send = (type: string) =>
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      );
    await expect.poll(() => send('dragover')).toBe(false);
    send('dragenter');
    await expect.element(page.getByText('Drop to add as data')).toBeVisible();
    send('drop');
    await expect.element(page.getByText('Drop to add as data')).not.toBeInTheDocument();
    await expect.poll(() => fake.opened[0]?.question.map(({ path }) => path)).toEqual(['x.csv']);
    await expect.element(dialog).toBeVisible();
  });

  it('and tables can be pasted, but not into a text field', async () => {
    const table = new DataTransfer();
    table.setData('text/plain', '1,2,3\n4,5,6');
    const pasteInto = (target: EventTarget, clipboardData: DataTransfer) =>
      target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    await expect.poll(() => pasteInto(document.body, transferOf(file('x.png')))).toBe(false);
    expect(fake.opened.length).toBe(1);
    pasteInto(page.getByLabelText('Text').element(), table);
    expect(fake.opened.length).toBe(1);
    pasteInto(document.body, table);
    await expect.poll(() => fake.opened[1]?.question[0]?.path).toBe('pasted.csv');
    const prose = new DataTransfer();
    prose.setData('text/plain', 'Dear all,\nthis is text.');
    expect(pasteInto(document.body, prose)).toBe(true);
    expect(fake.opened.length).toBe(2);
  });
});

describe('the preview', () => {
  it('says what the data are', async () => {
    await showPreview();
    await expect.element(output('Samples')).toHaveAttribute('data-value', '1000');
    await expect.element(output('Sample shape')).toHaveTextContent('4 × 4 pixels, grey');
    await expect.element(output('Classes')).toHaveAttribute('data-value', '2');
    await expect.element(output('Value range')).toHaveTextContent('0 to 255');
    await expect
      .element(page.getByRole('list', { name: 'Samples in each class' }))
      .toHaveTextContent('cat600dog400');
    await expect.element(page.getByRole('img', { name: 'Sample 2, dog', exact: true })).toBeVisible();
    // They are drawn over some frames.
    await expect.poll(() => dialog.getByRole('img').elements()).toHaveLength(24);
  });

  it('offers the choices of pictures, and none of a table', async () => {
    await showPreview();
    for (const name of ['Colour', 'Framing', 'Split']) await expect.element(choice(name)).toBeVisible();
    for (const name of ['Side length', 'Test share']) await expect.element(slider(name)).toBeVisible();
    for (const name of ['Label column', 'Sample shape', 'Scaling']) expect(choice(name).query()).toBeNull();
  });

  it('offers the choices of a table, and none of pictures', async () => {
    const { offers, choices } = picturesPreview();
    await showPreview(
      picturesPreview({
        format: 'table',
        shape: [64, 1],
        classes: null,
        choices: { ...choices, shape: [64, 1], split: 'files' },
        offers: {
          ...offers,
          columns: ['id', 'kind'],
          shapes: [
            [64, 1],
            [8, 8, 1],
          ],
          colours: ['grey'],
          splits: ['files', 'random'],
          normalisations: ['range', 'feature'],
          isScalable: false,
        },
        notes: [{ code: 'import.note.unlabelled' }],
        leftOut: [{ why: 'missing-value', count: 2, files: [] }],
      }),
    );
    for (const name of ['Label column', 'Sample shape', 'Scaling', 'Split'])
      await expect.element(choice(name)).toBeVisible();
    for (const name of ['Colour', 'Framing']) expect(choice(name).query()).toBeNull();
    for (const name of ['Side length', 'Test share']) expect(slider(name).query()).toBeNull();
    await expect.element(output('Classes')).toHaveTextContent('none');
    await expect.element(dialog.getByText(/The samples have no labels/)).toBeVisible();
    await expect.element(dialog.getByText('Left out: 2 rows with a missing value')).toBeVisible();
    await choice('Label column').selectOptions('kind');
    await choice('Sample shape').selectOptions('8 × 8 pixels, grey');
    await expect
      .poll(() => fake.previews.map(({ question }) => question))
      .toContainEqual({ labelColumn: 1, shape: [8, 8, 1] });
  });

  it('offers the other data sets that the files hold', async () => {
    const { offers, choices } = picturesPreview();
    const sets = ['digits', 'letters'];
    await showPreview(
      picturesPreview({ choices: { ...choices, set: 'digits' }, offers: { ...offers, sets } }),
    );
    await expect.element(choice('Set')).toHaveValue('digits');
    await choice('Set').selectOptions('letters');
    await expect.poll(() => fake.previews.map(({ question }) => question)).toEqual([{ set: 'letters' }]);
  });

  it('says why a choice cannot be used, and cannot be used then', async () => {
    await showPreview();
    await slider('Side length').fill('9');
    await expect.poll(() => fake.previews.length).toBe(1);
    const problem = { code: 'import.sample-size', values: 9, least: 10, most: 20 } as const;
    fake.previews[0]?.fail(new CodedError<ImportFailure>(problem));
    await expect.element(alert).toHaveTextContent('Each sample has 9 numbers');
    await expect.element(button('Use this data')).toBeDisabled();
  });

  it('becomes the data set of the experiment', async () => {
    await showPreview();
    await button('Use this data').click();
    await expect.poll(() => fake.saves.length).toBe(1);
    fake.saves[0]?.tell({ stage: 'saving', done: 500, total: 1000, unit: 'samples' });
    await expect.element(dialog.getByText('500 of 1,000 samples')).toBeVisible();
    fake.saves[0]?.answer(own);
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.poll(() => session.run.experiment.getState().dataset).toBe(own.id);
    expect(session.notices.store.getState()[0]?.message).toMatch(/“Animals” is added for this visit only/);
  });
});

describe('by keyboard', () => {
  it('the name takes Enter for using the data', async () => {
    await showPreview();
    await page.getByLabelText('Name', { exact: true }).fill('Beasts ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => fake.previews[0]?.question).toEqual({ name: 'Beasts ' });
    fake.previews[0]?.answer(picturesPreview());
    await expect.poll(() => fake.saves.length).toBe(1);
  });

  it('Escape cancels, and gives the focus back', async () => {
    await expect.element(button('Add data')).toBeVisible();
    (button('Add data').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Choose files', { exact: true })).toHaveFocus();
    await chooseFiles(file('a.png'));
    expect(dialog.element().contains(document.activeElement)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await expect.element(dialog).not.toBeInTheDocument();
    expect(fake.cancelled()).toBe(1);
    await expect.element(button('Add data')).toHaveFocus();
  });
});

it('files that cannot be used are named, with the way to other files beside', async () => {
  const before = session.run.experiment.getState();
  await button('Add data').click();
  await chooseFiles(file('a.npy'));
  const pickled: ImportFailure = { code: 'import.npy-pickled', file: 'a.npy' };
  fake.opened[0]?.fail(new CodedError(pickled));
  await expect.element(alert).toHaveTextContent(/a\.npy holds Python objects/);
  await expect.element(page.getByLabelText('Choose files', { exact: true })).toBeInTheDocument();
  await button('Cancel').click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(session.run.experiment.getState()).toBe(before);
});
