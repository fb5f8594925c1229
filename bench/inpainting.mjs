// How well the presets for holes fill them in, with the targets of issue 15. `npm run bench:inpainting`, or only some of them:
// `npm run bench:inpainting -- side block`.
import { store, withBenchPage } from './browser.mjs';
import { measurePresets } from './inpainting-runs.mjs';

await withBenchPage(async (page) => {
  const results = await measurePresets(page, process.argv.slice(2));
  store('inpainting', 'npm run bench:inpainting', page.context().browser()?.version() ?? '', results);
}, 'bench/page/inpainting.html');
