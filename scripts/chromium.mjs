// Finds a Chromium for the tests, or installs one. The configs of Vitest and Playwright use the same finder, so that
// each also works when started by itself.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
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

/** Tests load only this project's own page; SwiftShader is the graphics card, so that every machine tests the same. */
export const chromiumFlags = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--ignore-gpu-blocklist',
  // WebGPU too
  '--enable-unsafe-webgpu',
];

/**
 * The path of a Chromium or Chrome: what HOURGLASS_CHROMIUM or CHROMIUM_PATH names, one that is installed, or the one
 * Playwright has downloaded.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
  const named = process.env['HOURGLASS_CHROMIUM'] ?? process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...places,
  ];
  const { chromium } = await import('playwright');
  return [...candidates, chromium.executablePath()].find(isExecutable);
}

/**
 * As `findChromium`, but installs one where there is none: Playwright's own, else (as root) the system's package.
 *
 * @returns {Promise<string>}
 * @throws {Error} when there is none and none can be installed
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
  const withApt = () =>
    process.getuid?.() === 0 && run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium']);
  for (const install of [withPlaywright, withApt]) {
    const installed = install() ? await findChromium() : undefined;
    // Playwright's own may lack libraries of the system, which Debian's package brings along.
    if (installed && (process.platform !== 'linux' || run(installed, ['--version']))) return installed;
  }
  throw new Error('No Chromium was found or could be installed: install one, or name it in CHROMIUM_PATH.');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return (
    spawnSync(command, args, { cwd: projectRoot, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
  );
}
