// Apply: Sound as a person meets it: a piano note from the server, a recording of one's own, and a browser without Web Audio.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { wavBytes } from '../../core/sound/wav';
import { SessionProvider } from '../../session/hooks/session-context';
import type { Session } from '../../session/session';
import { createSound } from '../../session/sound/create-sound';
import { startTestSession } from '../../session/testing/test-session';
import { mount, type Mounted } from '../../ui/mount-for-tests';
import { Sound } from './sound';

let session: Session;
let mounted: Mounted;
const room = () => session.applications.open(createSound);
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** NaN while it is empty. */
const exact = (name: string) =>
  Number(page.getByRole('status', { name, exact: true }).query()?.getAttribute('data-value') ?? NaN);

const hiss = (seconds: number) =>
  Float32Array.from({ length: 8000 * seconds }, (_, at) => 0.2 * Math.sin(at / 4) + 0.02 * Math.sin(at * at));
const wav = (samples: Float32Array) => new Blob([wavBytes(samples, 8000)]);

beforeEach(async () => {
  await page.viewport(1440, 1000);
  ({ session } = await startTestSession());
  mounted = mount(
    <SessionProvider session={session}>
      <Sound />
    </SessionProvider>,
    1440,
    1000,
  );
  // The notes are fetched and decoded once.
  await expect.poll(() => exact('SNR before'), { timeout: 30_000 }).toBeCloseTo(5, 3);
});
afterEach(() => {
  vi.restoreAllMocks();
  mounted.unmount();
  session.dispose();
});

it('says which network cleans, and what to do where none has learned from sound', async () => {
  await expect.element(page.getByText('The network is training on other data')).toBeVisible();
  await expect.element(button('Play cleaned')).toBeDisabled();
  await button('Train on spectra').click();
  expect(session.run.experiment.getState().dataset).toBe('piano-spectrum');
  expect(session.run.store.getState().wantsTraining).toBe(true);
});

it('draws each version, the noise of the noisy one too', async () => {
  const ink = (name: string) => {
    const canvas = page.getByRole('img', { name, exact: true }).element() as HTMLCanvasElement;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return data.reduce((sum, byte, at) => (at % 4 === 3 ? sum : sum + (255 - byte)), 0) / data.length;
  };
  // Noise fills the high frequencies, where a low note has nothing.
  await expect
    .poll(() => ink('Spectrogram of the noisy version') - ink('Spectrogram of the original'))
    .toBeGreaterThan(20);
});

it('a recording that is noisy already has no SNR, and says so', async () => {
  await room().take(wav(hiss(1)), 'bell.wav');
  await expect.poll(() => exact('SNR before')).toBeCloseTo(5, 3);
  await page.getByRole('radio', { name: 'None', exact: true }).click();
  await expect.poll(() => exact('SNR before')).toBeNaN();
  await expect.element(button('Play original')).toBeDisabled();
  await expect.element(page.getByText('has no clean version').first()).toBeVisible();
  await expect.element(page.getByRole('slider', { name: 'Input SNR' })).toBeDisabled();
});

it('names the file that cannot be used, and why; the clip before stays', async () => {
  const alert = page.getByRole('alert');
  await room().take(new Blob(['no sound']), 'bell.ogg');
  await expect.element(alert).toHaveTextContent('cannot decode bell.ogg. Not every browser reads Ogg');
  await room().take(wav(hiss(0.25)), 'click.wav');
  await expect.element(alert).toHaveTextContent('click.wav is too short: 0.25 s');
  await room().take(wav(new Float32Array(8000)), 'rest.wav');
  await expect.element(alert).toHaveTextContent('rest.wav is silent');
  expect(exact('SNR before')).toBeCloseTo(5, 3);
});

it('without Web Audio it says so, and everything but hearing works', async () => {
  vi.stubGlobal('AudioContext', undefined);
  await button('Play noisy').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('nothing can be heard here');
  await expect.element(button('Stop')).toBeDisabled();
  vi.unstubAllGlobals();
  const position = page.getByRole('slider', { name: 'Position', exact: true });
  (position.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{PageUp}');
  await expect.element(position).toHaveAttribute('aria-valuetext', '1.2 of 4.0 seconds');
  await userEvent.keyboard('{Home}');
  await expect.element(position).toHaveAttribute('aria-valuenow', '0');
});
