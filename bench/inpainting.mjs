// How well the presets for holes fill them in, with the targets of issue 15. `npm run bench:inpainting`
import { store, withBenchPage } from './browser.mjs';
import { measurePresets } from './inpainting-runs.mjs';

await withBenchPage(async (page) => {
  const results = await measurePresets(page);
  store('inpainting', 'npm run bench:inpainting', page.context().browser()?.version() ?? '', results);
}, 'bench/page/inpainting.html');
