// The reference step in every browser of this machine, with threads and without: `npm run bench:browsers`. Options: `--only
// "ours,Firefox"` (of speed-browsers.mjs; stores nothing), `--rounds n`.
import { parseArgs } from 'node:util';
import { store } from './browser.mjs';
import { hosts, raceBrowsers } from './speed-browsers.mjs';

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const names = options.only?.split(',') ?? Object.keys(hosts);
const results = await raceBrowsers(names, Number(options.rounds));
console.table(
  results.map(({ name, tile, msPerStep, timesAsFastAsOurs }) => ({
    name,
    tile,
    'ms a step': msPerStep.median,
    least: msPerStep.least,
    'times as fast as ours': timesAsFastAsOurs.median,
  })),
);
if (options.only === undefined)
  store('browsers', 'npm run bench:browsers', results[0]?.browser ?? '', { browsers: results });
