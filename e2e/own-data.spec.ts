// A person's own data: files of every kind become a data set that trains, and what cannot is refused with the reason.
import type { Locator, Page } from '@playwright/test';
import { independentPcaMse } from './independent-pca';
import {
  barRows,
  idxFiles,
  labelledTables,
  longSeries,
  npzFile,
  pickledFile,
  pictureZip,
  toneFile,
  waveTable,
  type OwnFile,
} from './own-files';
import { Playground, tinyNetwork } from './playground';
import { expect, test } from './story';

/** The dialog in which files become a data set. */
class AddData {
  readonly dialog: Locator;
  private readonly playground: Playground;

  constructor(playground: Playground) {
    this.playground = playground;
    this.dialog = playground.page.getByRole('dialog', { name: 'Add data', exact: true });
  }

  get page(): Page {
    return this.playground.page;
  }

  output(name: 'Samples' | 'Sample shape' | 'Classes' | 'Value range'): Locator {
    return this.dialog.getByRole('status', { name, exact: true });
  }

  /** Chooses files, and waits for the preview. */
  async choose(...files: OwnFile[]): Promise<void> {
    if (!(await this.dialog.isVisible())) await this.playground.button('Add data').click();
    await this.dialog.getByLabel('Choose files', { exact: true }).setInputFiles(files);
  }

  /** Makes the data set and trains on it: the loss falls. */
  async useAndTrain(): Promise<void> {
    await this.playground.button('Use this data').click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page).toHaveURL(/dataset=own(:|%3A)[0-9a-f]{16}/);
    const untrained = await this.playground.measured(0);
    await this.playground.startTraining();
    await this.playground.trainedBeyond(150);
    const step = await this.playground.stopTraining();
    expect(await this.playground.measured(step)).toBeLessThan(0.9 * untrained);
  }

  /**
   * PCA of bars, the first `train` of them to fit it to, is what another way of computing it comes to: what the page has read is
   * what was in the files, to the last bit of a value.
   */
  async expectPca(train: number, test: number, shape: readonly number[], size: number): Promise<void> {
    const expected = independentPcaMse(barRows(0, train, shape), barRows(train, test, shape), size);
    await this.playground.until('PCA test MSE', Number.isFinite, 'is computed');
    expect((await this.playground.value('PCA test MSE')) / expected).toBeCloseTo(1, 3);
  }
}

test('IDX files and a NumPy archive become data sets, which are there again on another visit', async ({
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  const data = new AddData(playground);
  await data.choose(...idxFiles(160, 40));
  await expect(data.output('Samples')).toHaveAttribute('data-value', '200');
  await expect(data.output('Sample shape')).toContainText('12 × 12');
  await expect(data.output('Classes')).toHaveAttribute('data-value', '2');
  await data.dialog.getByLabel('Name', { exact: true }).fill('Bars of 12');
  await data.useAndTrain();
  await data.expectPca(160, 40, [12, 12, 1], 2);

  await data.choose(npzFile(120, 40));
  await expect(data.output('Samples')).toHaveAttribute('data-value', '160');
  await expect(data.output('Sample shape')).toContainText('10 × 10');
  await expect(data.output('Value range')).toContainText('−1');
  await data.useAndTrain();
  await data.expectPca(120, 40, [10, 10, 1], 2);

  // The address alone opens it again in another tab, and the list has both.
  const { page } = playground;
  const visit = new Playground(await page.context().newPage());
  await visit.page.goto(page.url());
  await visit.measured(0);
  await expect(visit.choice('Data set').getByRole('option', { name: /Bars of 12/ })).toBeAttached();
  await visit.page.close();
});

test('tables train with a label column and without', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  const data = new AddData(playground);
  await data.choose(...labelledTables(90, 30));
  await expect(data.output('Classes')).toHaveAttribute('data-value', '2');
  await expect(data.dialog.getByRole('combobox', { name: 'Label column', exact: true })).toHaveValue('64');
  await data.dialog
    .getByRole('combobox', { name: 'Sample shape', exact: true })
    .selectOption({ label: '8 × 8 pixels, grey' });
  await expect(data.output('Sample shape')).toContainText('8 × 8');
  await data.useAndTrain();
  await data.expectPca(90, 30, [8, 8, 1], 2);

  await data.choose(waveTable(120));
  await expect(data.output('Classes')).toHaveAttribute('data-value', '0');
  await expect(data.output('Sample shape')).toContainText('48 values');
  await expect(data.dialog.getByText(/no labels/)).toBeVisible();
  await data.useAndTrain();
});

test('a long series with a fault in it, and sound, are cut into windows and train', async ({
  playground,
}) => {
  await playground.openReady(tinyNetwork);
  const data = new AddData(playground);
  await data.choose(longSeries(6000, 5500));
  await expect(data.output('Sample shape')).toContainText('64 values');
  await expect(data.output('Classes')).toHaveAttribute('data-value', '2');
  await expect(data.dialog.getByRole('combobox', { name: 'Rows', exact: true })).toHaveValue('series');
  await expect(data.dialog.getByText(/100 points per second/)).toBeVisible();
  await expect(data.dialog.getByRole('img', { name: /^pump\.csv: 6,000 points, 1 min/ })).toBeVisible();
  const stride = data.dialog.getByRole('textbox', { name: 'Stride', exact: true });
  await stride.fill('32');
  await stride.press('Enter');
  // 4,800 points to train on and, a window later, 1,136 to test.
  await expect(data.output('Samples')).toHaveAttribute('data-value', String(149 + 34));
  await data.useAndTrain();

  await data.choose(toneFile('tone.wav', 2), {
    ...toneFile('cut.wav', 1),
    buffer: Buffer.from('RIFF....WAVE'),
  });
  await expect(data.dialog.getByRole('alert')).toContainText('cut.wav');
  await expect(data.output('Sample shape')).toContainText('512 values');
  await data.useAndTrain();
});

test('colour pictures in a ZIP train with convolutions', async ({ playground }) => {
  await playground.openReady('v=1&architecture=convolutional&filters=4&codeSize=8&batchSize=16');
  const data = new AddData(playground);
  await data.choose(pictureZip(60, 20));
  await expect(data.output('Samples')).toHaveAttribute('data-value', '80');
  await expect(data.output('Classes')).toHaveAttribute('data-value', '2');
  await expect(data.dialog.getByText(/Left out: 1 file/)).toBeVisible();
  await data.dialog.getByRole('combobox', { name: 'Colour', exact: true }).selectOption('rgb');
  await data.dialog.getByRole('slider', { name: 'Side length', exact: true }).fill('32');
  await expect(data.output('Sample shape')).toContainText('32 × 32 pixels, colour');
  await data.useAndTrain();
  await data.expectPca(60, 20, [32, 32, 3], 8);
  await expect(playground.region('Architecture diagram')).toContainText('3,072 numbers to 8');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a picture archive becomes a data set', async ({ playground }) => {
    await playground.openReady(tinyNetwork);
    const data = new AddData(playground);
    await data.choose(pictureZip(48, 12));
    await expect(data.output('Samples')).toHaveAttribute('data-value', '60');
    const box = (await data.dialog.boundingBox())!;
    expect([box.width, box.height]).toEqual([390, 844]);
    await data.useAndTrain();
  });
});

test('a file that cannot be used is named, and what was trained goes on', async ({ playground }) => {
  await playground.openReady(tinyNetwork);
  await playground.startTraining();
  const data = new AddData(playground);
  await data.choose(pickledFile());
  const alert = data.dialog.getByRole('alert');
  await expect(alert).toContainText('objects.npy holds Python objects');
  const cut = idxFiles(60, 20)[0]!;
  await data.choose({ ...cut, buffer: cut.buffer.subarray(0, 200) });
  await expect(alert).toContainText(cut.name);
  await playground.page.keyboard.press('Escape');
  await expect(data.dialog).toBeHidden();
  await expect(playground.choice('Data set')).toHaveValue('mnist');
  await playground.trainedBeyond(await playground.value('Step'));
});
