// `npm start`: from a fresh clone to a served page. Prepares packages, data, kernels and the production build, then prints the
// address. Options: `--port 4173` (or PORT), `--host 127.0.0.1`.
import util from 'node:util';
import { choosePort, requireFreePort } from './port.mjs';
import { projectRoot, runIfProgram } from './project.mjs';
import { requireSupportedNode, setUp } from './set-up.mjs';

await runIfProgram(import.meta.url, async () => {
  requireSupportedNode();
  const { values } = util.parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  // Not `localhost`: it may resolve to IPv6 only, and then 127.0.0.1 would not connect.
  const host = values.host ?? '127.0.0.1';
  const port = choosePort(values.port ?? process.env['PORT']);
  // Checked before the build as well as after it, so that nobody waits for a build to find out.
  await requireFreePort(port, host);

  await setUp();
  const { buildAppIfChanged } = await import('./build-app.mjs');
  await buildAppIfChanged();

  await requireFreePort(port, host);
  const { preview } = await import('vite');
  await preview({ root: projectRoot, logLevel: 'warn', preview: { port, host, strictPort: true } });
  console.log(`Hourglass is at http://localhost:${port}/ (Ctrl+C stops it)`);
});
