// WebKitGTK (Safari's engine) in its MiniBrowser, driven through plain WebDriver: a handful of HTTP requests.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './install.mjs';

/**
 * The fields of WebDriver's responses that are used here.
 *
 * @typedef {{ message?: string, sessionId?: string, capabilities?: { browserVersion?: string } }} Answer
 */

const port = 4571;
const display = ':97';

/** @returns {Promise<import('./driven').DrivenBrowser | null>} null when WebKitGTK is missing and cannot be installed */
export async function openWebkit() {
  const driver = ensureBrowser(['WebKitWebDriver'], ['webkit2gtk-driver', 'xvfb']);
  const binary = findMiniBrowser();
  if (driver === null || binary === null) return null;
  const screen = spawn('Xvfb', [display, '-screen', '0', '1440x1000x24'], { stdio: 'ignore' });
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' });
  const stop = () => [server, screen].forEach((each) => each.kill());

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async function send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = /** @type {{ value: Answer }} */ (await response.json());
    if (!response.ok) throw new Error(`${path}: ${value.message ?? response.status}`);
    return value;
  }

  await untilAnswered(() => send('GET', '/status'));
  const options = { binary, args: ['--automation'] };
  const { sessionId, capabilities } = await send('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  });
  const path = `/session/${sessionId}`;
  await send('POST', `${path}/window/rect`, { x: 0, y: 0, width: 1440, height: 960 });
  await send('POST', `${path}/timeouts`, { script: 60_000, pageLoad: 60_000 });

  /** @param {{ x: number, y: number }} place @param {number} duration */
  const move = ({ x, y }, duration) => ({
    type: 'pointerMove',
    duration,
    x: Math.round(x),
    y: Math.round(y),
  });
  return {
    name: `WebKitGTK ${capabilities?.browserVersion ?? ''}`.trim(),
    async open(url) {
      await send('POST', `${path}/url`, { url });
    },
    async reload() {
      await send('POST', `${path}/refresh`, {});
    },
    run: (script, argument) =>
      /** @type {Promise<any>} */ (
        send('POST', `${path}/execute/sync`, {
          script: `return (${script})(arguments[0]);`,
          args: [argument ?? null],
        })
      ),
    async drag(from, ...places) {
      await send('POST', `${path}/actions`, {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            actions: [
              move(from, 0),
              { type: 'pointerDown', button: 0 },
              ...places.map((place) => move(place, 30)),
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    // Plain WebDriver does not expose the console.
    noise: () => null,
    async close() {
      await send('DELETE', path).catch(() => undefined);
      stop();
    },
  };
}

/** @param {() => Promise<unknown>} ask */
async function untilAnswered(ask) {
  for (let attempt = 0; ; attempt++) {
    try {
      await ask();
      return;
    } catch (error) {
      if (attempt > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Debian installs it next to the library, in a folder named after the architecture. */
function findMiniBrowser() {
  if (!existsSync('/usr/lib')) return null;
  const folders = [
    '/usr/lib',
    '/usr/libexec',
    ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name)),
  ];
  const places = folders.map((folder) => join(folder, 'webkit2gtk-4.1', 'MiniBrowser'));
  return places.find((place) => existsSync(place)) ?? null;
}
