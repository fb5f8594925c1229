// Sound as recordings of one channel. Folders are classes, as with pictures.
import { soundRates } from '../../../sounds/sound-limits';
import type { ParsedSounds } from '../../../parsed';
import { soundWindow } from '../../../series/window-defaults';
import type { Chosen } from '../chosen';
import { arrangeSeries } from './from-series';
import type { Arranged } from '../raw-samples';

export function arrangeSounds(parsed: ParsedSounds, chosen: Chosen): Arranged {
  const { sounds, rate, classNames } = parsed;
  return arrangeSeries(
    {
      format: 'sound',
      recordings: sounds.map(({ path, samples, label, split }) => ({
        name: path,
        channels: [samples],
        points: null,
        label: classNames ? label : null,
        isTest: split === 'test',
      })),
      rate,
      classNames,
      usualWindow: soundWindow,
      told: parsed,
      choices: { hasHeader: false, labelColumn: null, channels: [], timeColumn: null, rate },
      offers: {
        columns: null,
        series: { readings: ['series'], channels: null, timeColumns: [], rates: soundRates },
      },
    },
    chosen,
  );
}
