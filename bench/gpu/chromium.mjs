// Starts a Chromium without a window on the graphics card, in one of several ways: which of them reaches the card depends on the
// driver. Needs nothing but Node.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const names = [
  ...[
    'chrome',
    'chromium',
    'chrome-headless-shell',
    'headless_shell',
    'chrome.exe',
    'chrome-headless-shell.exe',
  ],
  ...['Chromium.app/Contents/MacOS/Chromium', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
  'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

/** Ways of starting it on the card, the likeliest first. @type {Record<string, readonly string[]>} */
export const ways =
  process.platform === 'linux'
    ? {
        vulkan: ['--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface'],
        egl: ['--use-gl=angle', '--use-angle=gl-egl'],
        'egl and vulkan': ['--use-gl=angle', '--use-angle=gl-egl', '--enable-features=Vulkan', '--disable-vulkan-surface'], // prettier-ignore
      }
    : { default: [] };

/** On the processor, to try everything out where there is no card. @type {Record<string, readonly string[]>} */
export const softwareWays = {
  software: ['--enable-unsafe-swiftshader', '--use-gl=angle', '--use-angle=swiftshader'],
};

const always = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu-sandbox', '--ignore-gpu-blocklist'],
  ...['--enable-unsafe-webgpu', '--disable-gpu-watchdog', '--disable-dev-shm-usage', '--mute-audio'],
  ...['--no-first-run', '--no-default-browser-check', '--disable-extensions', '--disable-sync'],
  ...[
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-background-timer-throttling',
  ],
  ...['--disable-renderer-backgrounding', '--disable-backgrounding-occluded-windows'],
];

/**
 * @param {string} place a folder with a Chromium or Chrome, or its program
 * @throws {Error} when none is there
 */
export function findProgram(place) {
  const found = [place, ...names.map((name) => join(place, name))].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error(`There is no Chromium in ${place}: none of ${names.join(', ')}.`);
  return resolve(found);
}

/**
 * Opens a page in a browser with a fresh profile.
 *
 * @param {string} program
 * @param {readonly string[]} flags
 * @param {string} url
 * @returns its end (with the last lines that it wrote), and `close`, which waits for the end
 */
export function openChromium(program, flags, url) {
  const profile = mkdtempSync(join(tmpdir(), 'hourglass-gpu-'));
  const browser = spawn(program, [...always, ...flags, `--user-data-dir=${profile}`, url], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its processes form a group of their own, which ends with it.
    detached: process.platform !== 'win32',
  });
  const endNow = () => end(browser);
  process.once('exit', endNow);
  let said = '';
  browser.stderr.on('data', (text) => (said = (said + String(text)).slice(-4000)));
  /** @type {Promise<string>} */
  const ended = new Promise((done) => {
    browser.once('error', (error) => done(error.message));
    browser.once('exit', (code, signal) => {
      const tell = () => done(`it ended with ${signal ?? code}`);
      // Its last words may still be on their way, and processes that it leaves behind may keep the pipe open.
      browser.once('close', tell);
      setTimeout(tell, 500);
    });
  });
  return {
    ended,
    said: () => said,
    async close() {
      end(browser);
      await ended;
      process.off('exit', endNow);
      // A process that is still ending may write once more.
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** @param {import('node:child_process').ChildProcess} browser */
function end(browser) {
  const { pid } = browser;
  if (pid === undefined || process.platform === 'win32') {
    browser.kill();
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All its processes have ended.
  }
}
