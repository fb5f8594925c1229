// Films the page: frames of the browser's screencast, drawn one after the other on a canvas that a second page records as WebM.
import { writeFile } from 'node:fs/promises';
import { draw } from './views.mjs';

/** @typedef {{ data: string, atMs: number }} Frame a JPEG in base64 and when it was shown */

const size = { width: 1280, height: 720 };

/**
 * From a blank page to a code of 2 and back, in about 20 seconds.
 *
 * @param {import('playwright').Browser} browser
 * @param {string} address
 * @param {string} file where the film is written
 */
export async function filmFirstMinute(browser, address, file) {
  const context = await browser.newContext({ viewport: size, locale: 'en', colorScheme: 'light' });
  const page = await context.newPage();
  await page.addInitScript(showPointer);
  await page.goto(address);
  const train = page.getByRole('button', { name: 'Train', exact: true }).and(page.locator(':enabled'));
  await train.waitFor();
  await page.waitForTimeout(1500);

  const stop = await startFrames(page);
  await page.waitForTimeout(1200);
  await train.hover();
  await page.waitForTimeout(700);
  await train.click();
  await page.waitForTimeout(5500);
  await drag(page, 16, 2, 1500);
  await page.waitForTimeout(3500);
  await drag(page, 2, 32, 1500);
  await page.waitForTimeout(2500);
  await draw(page);
  await page.waitForTimeout(1500);
  const frames = await stop();
  await context.close();
  await writeFile(file, Buffer.from(await recorded(browser, frames), 'base64'));
}

/** Moves the bottleneck's thumb. @param {import('playwright').Page} page @param {number} from @param {number} to @param {number} forMs */
async function drag(page, from, to, forMs) {
  const box = await page.getByRole('slider', { name: 'Bottleneck size', exact: true }).boundingBox();
  if (!box) throw new Error('The slider of the bottleneck is not in sight.');
  // A log track from 1 to 128, with a thumb of 16 pixels
  const place = (/** @type {number} */ value) => box.x + 8 + (Math.log2(value) / 7) * (box.width - 16);
  const y = box.y + box.height / 2;
  await page.mouse.move(place(from), y, { steps: 20 });
  await page.mouse.down();
  const moves = 30;
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(place(from) + ((place(to) - place(from)) * move) / moves, y);
    await page.waitForTimeout(forMs / moves);
  }
  await page.mouse.up();
}

/** @param {import('playwright').Page} page @returns {Promise<() => Promise<Frame[]>>} */
async function startFrames(page) {
  const client = await page.context().newCDPSession(page);
  /** @type {Frame[]} */
  const frames = [];
  client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ data, atMs: 1000 * (metadata.timestamp ?? 0) });
    void client.send('Page.screencastFrameAck', { sessionId });
  });
  await client.send('Page.startScreencast', { format: 'jpeg', quality: 92, everyNthFrame: 2 });
  return async () => {
    await client.send('Page.stopScreencast');
    return frames;
  };
}

/** A pointer in the page: the screencast has none. */
function showPointer() {
  addEventListener('DOMContentLoaded', () => {
    const pointer = document.createElement('div');
    pointer.style.cssText =
      'position:fixed;left:0;top:0;width:18px;height:18px;margin:-9px;border-radius:50%;z-index:9999;pointer-events:none;' +
      'background:rgb(31 36 48 / 35%);border:2px solid white;box-shadow:0 0 3px rgb(0 0 0 / 50%);transform:translate(-50px,-50px)';
    document.body.append(pointer);
    addEventListener(
      'pointermove',
      ({ clientX, clientY }) => void (pointer.style.transform = `translate(${clientX}px,${clientY}px)`),
      true,
    );
  });
}

/**
 * Plays the frames on a canvas at the pace at which they were shown, and records it.
 *
 * @param {import('playwright').Browser} browser
 * @param {Frame[]} frames
 * @returns {Promise<string>} WebM, in base64
 */
async function recorded(browser, frames) {
  const page = await browser.newPage({ viewport: size });
  try {
    return await page.evaluate(record, { frames, size });
  } finally {
    await page.close();
  }
}

/** Runs in the page. @param {{ frames: Frame[], size: { width: number, height: number } }} film @returns {Promise<string>} */
async function record({ frames, size }) {
  const pictures = await Promise.all(
    frames.map(async ({ data }) => {
      const picture = new Image();
      picture.src = `data:image/jpeg;base64,${data}`;
      await picture.decode();
      return picture;
    }),
  );
  const canvas = Object.assign(document.createElement('canvas'), size);
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws on no canvas.');
  const recorder = new MediaRecorder(canvas.captureStream(15), {
    mimeType: 'video/webm;codecs=vp9',
    videoBitsPerSecond: 900_000,
  });
  /** @type {Blob[]} */
  const parts = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  const [first] = frames;
  const startMs = performance.now();
  for (const [index, { atMs }] of frames.entries()) {
    const waitMs = atMs - (first?.atMs ?? 0) - (performance.now() - startMs);
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    const picture = pictures[index];
    if (picture) context.drawImage(picture, 0, 0, size.width, size.height);
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  recorder.stop();
  await stopped;
  const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
