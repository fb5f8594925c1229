// Apply: Sound: a piano note with noise, cleaned while the network trains, heard, measured and saved.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { tinyNetwork } from './playground';
import { expect, test } from './story';

/** The exact value of a read-out; NaN while it is empty. */
async function decibels(page: Page, name: string): Promise<number> {
  const text = await page.getByRole('status', { name, exact: true }).getAttribute('data-value');
  return text === null ? Number.NaN : Number(text);
}

/** States of the audio contexts that the page has made. */
const contexts = (page: Page) =>
  page.evaluate(() => (window as unknown as { made: AudioContext[] }).made.map(({ state }) => state));

test('a noisy note is cleaned while it trains, heard, measured and saved', async ({ page, playground }) => {
  test.setTimeout(120_000);
  await page.addInitScript(() => {
    const made: AudioContext[] = [];
    Object.assign(window, { made });
    window.AudioContext = class extends AudioContext {
      constructor(...given: ConstructorParameters<typeof AudioContext>) {
        super(...given);
        made.push(this);
      }
    };
  });
  await page.goto(`/?${tinyNetwork}#apply/sound`);
  await expect.poll(() => decibels(page, 'SNR before'), { timeout: 60_000 }).toBeCloseTo(5, 3);
  // Told the noise, and without a network: both do well.
  for (const name of ['SNR of the spectral gate', 'SNR of the Wiener filter'])
    await expect.poll(() => decibels(page, name), { timeout: 30_000 }).toBeGreaterThan(8);
  await expect(page.getByText('The network is training on other data')).toBeVisible();
  await expect(playground.button('Play cleaned')).toBeDisabled();

  await playground.button('Train on raw windows').click();
  await expect(playground.pause).toBeVisible();
  await expect(page).toHaveURL(/dataset=piano/);
  await expect.poll(() => decibels(page, 'SNR after'), { timeout: 60_000 }).toBeGreaterThan(-60);
  await playground.trainedBeyond(3);
  await playground.pause.click();
  await expect.poll(() => decibels(page, 'SNR of PCA'), { timeout: 60_000 }).toBeGreaterThan(0);

  // Nothing has sounded so far.
  expect(await contexts(page)).toEqual([]);
  await playground.button('Play noisy').click();
  await expect(playground.button('Play noisy')).toHaveAttribute('aria-pressed', 'true');
  expect(await contexts(page)).toEqual(['running']);
  await page.keyboard.press('3');
  await expect(playground.button('Play cleaned')).toHaveAttribute('aria-pressed', 'true');
  await expect(playground.button('Play noisy')).toHaveAttribute('aria-pressed', 'false');
  const position = page.getByRole('slider', { name: 'Position', exact: true });
  await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(0.2);

  // Less noise, heard at once.
  const after = await decibels(page, 'SNR after');
  await playground.slider('Input SNR').press('End');
  await expect.poll(() => decibels(page, 'SNR before')).toBeCloseTo(30, 3);
  await expect.poll(() => decibels(page, 'SNR after'), { timeout: 30_000 }).not.toBe(after);
  await expect(playground.button('Play cleaned')).toHaveAttribute('aria-pressed', 'true');

  const saving = page.waitForEvent('download');
  await playground.button('Save noisy as WAV').click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^c3-noisy-.*\.wav$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('RIFF');
  expect(bytes).toHaveLength(44 + 2 * 4 * 8000);

  // Leaving stops the sound.
  await page.getByRole('tab', { name: 'Limits', exact: true }).click();
  await expect.poll(() => contexts(page)).toEqual(['suspended']);
  await page.getByRole('tab', { name: 'Sound', exact: true }).click();
  await expect(playground.button('Play cleaned')).toHaveAttribute('aria-pressed', 'false');
  await expect(playground.button('Stop')).toBeDisabled();

  // A clip from the (fake) microphone brings its own noise, so there is nothing to measure it against.
  await playground.button('Record').click();
  const recording = page.getByRole('group', { name: 'Recording', exact: true });
  await expect.poll(() => decibels(page, 'Recording length'), { timeout: 30_000 }).toBeGreaterThan(1.2);
  await recording.getByRole('button', { name: 'Stop recording', exact: true }).click();
  await recording.getByRole('button', { name: 'Use the recording', exact: true }).click();
  await expect(page.getByText('has no clean version').first()).toBeVisible({ timeout: 30_000 });
  expect(await decibels(page, 'SNR before')).toBeNaN();
});
