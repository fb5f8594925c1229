// Finds a Chromium for the tests, or installs one. The configs of Vitest and Playwright use the same finder, so that each also
// works when started on its own.
import { spawnSync } from 'node:child_process';
import { installPackages, isExecutable, placesOf } from './programs.mjs';
import { projectRoot } from './project.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'chrome.exe',
];

const places = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Uses SwiftShader as the GPU, so that every machine tests the same. Tests load only this project's own page. */
export const chromiumFlags = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  // WebGPU too
  '--enable-unsafe-webgpu',
  // A microphone that beeps, and no question about it
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/**
 * For the tests. Debian's Chromium paints pages on the GPU, here SwiftShader: that took a third of the processor time of the stories.
 * With these, only WebGL and WebGPU go through it.
 */
export const testFlags = [...chromiumFlags, '--disable-gpu-rasterization', '--disable-gpu-compositing'];

/**
 * The path of a Chromium or Chrome: the one named by HOURGLASS_CHROMIUM or CHROMIUM_PATH, an installed one, or the one
 * downloaded by Playwright.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const named = process.env['HOURGLASS_CHROMIUM'] ?? process.env['CHROMIUM_PATH'];
  if (named) return named;
  const { chromium } = await import('playwright');
  return [...placesOf(commands), ...places, chromium.executablePath()].find(isExecutable);
}

/**
 * Like `findChromium`, but installs one if none is found: Playwright's own, or (as root) the system's package.
 *
 * @returns {Promise<string>}
 * @throws {Error} when none can be found or installed
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) {
    if (isExecutable(found)) return found;
    throw new Error(`There is no browser at ${found}, which HOURGLASS_CHROMIUM or CHROMIUM_PATH names.`);
  }
  console.log('No Chromium found: installing one.');
  const withPlaywright = () =>
    run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
  const withApt = () => installPackages(['chromium']);
  for (const install of [withPlaywright, withApt]) {
    const installed = install() ? await findChromium() : undefined;
    // Playwright's own may lack system libraries, which Debian's package installs.
    if (installed && (process.platform !== 'linux' || run(installed, ['--version']))) return installed;
  }
  throw new Error('No Chromium was found or could be installed: install one, or name it in CHROMIUM_PATH.');
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return spawnSync(command, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
