import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { choosePort, requireFreePort } from './port.mjs';
import { projectRoot } from './project.mjs';

const server = createServer();
let port = 0;
beforeEach(async () => {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

test('reports a port in use in one sentence that says how to choose another', async () => {
  await expect(requireFreePort(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is in use: stop what runs there, or choose another port with "npm start -- --port ${port + 1}".`,
  );
});

test('npm start reports it too, in one line, and exits with code 1', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(projectRoot, 'scripts/start.mjs'), '--port', String(port)],
    { encoding: 'utf8' },
  );
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(new RegExp(`^Port ${port} is in use: [^\\n]+\\n$`));
});

test('accepts a port that has become free', async () => {
  await new Promise((resolve) => server.close(resolve));
  await requireFreePort(port, '127.0.0.1');
});

test('the default port is 4173', () => {
  expect(choosePort(undefined)).toBe(4173);
  expect(choosePort('8080')).toBe(8080);
});

test.each(['abc', '0', '65536', '-1', '80.5', '1e3'])('%s is not a port', (requested) => {
  expect(() => choosePort(requested)).toThrow(`"${requested}" is not a port: give a number from 1 to 65535.`);
});
