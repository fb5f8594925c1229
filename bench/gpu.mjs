// Prepares the measurements on a graphics card: `npm run bench:gpu` packs the page, the data and the program that runs them into
// .cache/bench-gpu, or into another folder that is named, which needs neither packages nor a network (docs/gpu.md).
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { wordsInCode } from '../scripts/language/words-in-code.mjs';
import { projectRoot, runIfProgram } from '../scripts/project.mjs';
import { setUp } from '../scripts/set-up.mjs';

const folder = process.argv[2] ?? join(projectRoot, '.cache', 'bench-gpu');

await runIfProgram(import.meta.url, async () => {
  // The data, and kernels that are those of the sources.
  await setUp();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // React and others select their production code by this.
  process.env['NODE_ENV'] = 'production';
  await build({
    root: projectRoot,
    configFile: false,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [wordsInCode()],
    worker: { format: 'es', plugins: () => [wordsInCode()] },
    build: {
      target: 'es2022',
      outDir: join(folder, 'page'),
      // WebAssembly is compiled while it streams.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: 'bench/page/gpu.html' },
    },
  });
  cpSync(join(projectRoot, 'public', 'data', 'mnist'), join(folder, 'page', 'data', 'mnist'), {
    recursive: true,
  });
  for (const file of ['run.mjs', 'options.mjs', 'serve.mjs', 'chromium.mjs'])
    cpSync(new URL(`./gpu/${file}`, import.meta.url), join(folder, file));
  console.log(`Copy ${folder} and a Chromium to the machine with the card, and run there:
  node ${basename(folder)}/run.mjs --chromium FOLDER_OF_CHROMIUM --out gpu.json`);
});
