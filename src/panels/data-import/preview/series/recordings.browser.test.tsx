// Recordings in the dialog, with an import worker of the test's own and Chromium's fake microphone.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ImportPreview } from '../../../../core/import/import-api';
import type { Session } from '../../../../session/session';
import { SessionProvider } from '../../../../session/hooks/session-context';
import {
  createFakeImports,
  picturesPreview,
  type FakeImports,
} from '../../../../session/testing/fake-imports';
import { createTestSession } from '../../../../session/testing/test-session';
import { mount, type Mounted } from '../../../../ui/mount-for-tests';
import { DataImport } from '../../data-import';

let fake: FakeImports;
let session: Session;
let mounted: Mounted;

const dialog = page.getByRole('dialog', { name: 'Add data' });
const button = (name: string) => dialog.getByRole('button', { name, exact: true });
const choice = (name: string) => dialog.getByRole('combobox', { name, exact: true });
const asked = () => fake.previews.map(({ question }) => question);

beforeEach(async () => {
  await page.viewport(1000, 900);
  fake = createFakeImports();
  ({ session } = createTestSession({ imports: fake.calls }));
  mounted = mount(
    <SessionProvider session={session}>
      <DataImport />
    </SessionProvider>,
    900,
    200,
  );
  session.importing.show();
});
afterEach(() => {
  session.importing.close();
  mounted.unmount();
  vi.restoreAllMocks();
});

/** Two channels of a table, 1,000 points, cut into windows of 64. */
function seriesPreview(): ImportPreview {
  const { choices, offers } = picturesPreview();
  const recording = {
    name: 'pump.csv',
    length: 1000,
    train: { first: 0, count: 24, start: 0 },
    test: { first: 0, count: 3, start: 864 },
  };
  return picturesPreview({
    format: 'table',
    shape: [64, 2],
    classes: null,
    choices: {
      ...choices,
      ...{ shape: [64, 2], split: 'time', reading: 'series', channels: [1, 2], timeColumn: 0 },
      ...{ windowLength: 64, stride: 32, normalisation: 'channel' },
    },
    offers: {
      ...offers,
      columns: ['time', 'x', 'y'],
      shapes: [[64, 2]],
      colours: ['grey'],
      splits: ['time'],
      normalisations: ['channel', 'range'],
      isScalable: false,
      series: {
        readings: ['series', 'rows'],
        channels: [1, 2],
        timeColumns: [0],
        rates: [],
        longestWindow: 1000,
      },
    },
    series: {
      windows: { stride: 32, rate: 100, recordings: [recording] },
      windowLength: 64,
      traces: [
        {
          recording: 0,
          channels: [0, 1].map((low) => ({
            low: Float32Array.of(low, low),
            high: Float32Array.of(low + 1, low + 2),
          })),
        },
      ],
    },
    leftOut: [{ why: 'short-recording', count: 1, files: ['click.csv'] }],
  });
}

it('a long series is drawn with its windows, and can be cut in another way', async () => {
  void session.importing.open([{ path: 'pump.csv', blob: new Blob() }]);
  await expect.poll(() => fake.opened.length).toBe(1);
  fake.opened[0]?.answer(seriesPreview());
  await expect
    .element(
      dialog.getByRole('img', { name: /^pump\.csv: 1,000 points, 10 s · 24 windows to train on, 3 to test/ }),
    )
    .toBeVisible();
  await expect
    .element(dialog.getByRole('alert'))
    .toHaveTextContent(/1 recording shorter than a window: click\.csv/);
  for (const name of ['Rows', 'Time column', 'Scaling', 'Split'])
    await expect.element(choice(name)).toBeVisible();
  const length = dialog.getByRole('textbox', { name: 'Window length', exact: true });
  await length.fill('128');
  (length.element() as HTMLElement).blur();
  await expect.poll(asked).toContainEqual({ windowLength: 128 });
  await dialog.getByRole('checkbox', { name: 'x', exact: true }).click();
  await expect.poll(asked).toContainEqual({ windowLength: 128, channels: [2] });
  // The last channel stays.
  await dialog.getByRole('checkbox', { name: 'y', exact: true }).click();
  await expect.element(dialog.getByRole('checkbox', { name: 'y', exact: true })).toBeChecked();
  await choice('Rows').selectOptions('Each row is a sample');
  await expect.poll(() => asked().at(-1)).toMatchObject({ reading: 'rows' });
  await expect.element(length).not.toBeInTheDocument();
});

it('the microphone is asked for when Record is pressed, and a recording becomes a file', async () => {
  const lent = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await expect.element(button('Record')).toBeVisible();
  expect(lent).not.toHaveBeenCalled();
  await button('Record').click();
  await expect.element(dialog.getByRole('meter', { name: 'Level' })).toBeVisible();
  await expect.element(button('Stop recording')).toHaveFocus();
  await expect
    .poll(() =>
      Number(dialog.getByRole('status', { name: 'Recording length' }).element().getAttribute('data-value')),
    )
    .toBeGreaterThan(0.3);
  await button('Stop recording').click();
  await button('Use the recording').click();
  await expect.poll(() => fake.opened[0]?.question[0]?.path).toMatch(/^Recording \d\d-\d\d\.webm$/);
  expect(fake.opened[0]?.question[0]?.blob.size).toBeGreaterThan(1000);
});

it('the microphone is let go of when the dialog closes', async () => {
  const lent = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
  await button('Record').click();
  await expect.element(button('Stop recording')).toBeVisible();
  const stream = (await lent.mock.results[0]?.value) as MediaStream;
  expect(stream.getTracks()[0]?.readyState).toBe('live');
  await button('Cancel').click();
  await expect.poll(() => stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']);
});

it('a microphone that is refused is told, and files can be chosen all the same', async () => {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(
    new DOMException('No.', 'NotAllowedError'),
  );
  await button('Record').click();
  await expect.element(dialog.getByRole('alert')).toHaveTextContent(/The microphone was refused/);
  await expect.element(button('Record')).toHaveFocus();
});
