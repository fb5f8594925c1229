// Names of layers and units, and what is said of them.
import { plural, t } from '@lingui/core/macro';
import { activations } from '../../catalog/activations/registry';
import { countText, fixedText, measurementText, percentText } from '../../core/number-text';
import type { NetworkLayer } from './network-layers';

type Named = Pick<NetworkLayer, 'place' | 'number' | 'kind' | 'activation' | 'isGaussian'>;

/** Short, as it stands over the layer. */
export function layerName({ place, number, kind }: Named): string {
  if (place === 'code') return t({ message: 'Code', comment: 'The layer in the middle of an autoencoder' });
  if (kind === 'convolution') return t`Convolution ${number}`;
  if (kind === 'unfolded')
    return t({ message: 'Unfolded', comment: 'A dense layer whose output is taken as feature maps' });
  if (kind === 'transposed') {
    const transposed = number - 1;
    return t({
      message: `Transposed ${transposed}`,
      comment: 'A layer: a transposed convolution, by its number',
    });
  }
  return place === 'encoder' ? t`Encoder ${number}` : t`Decoder ${number}`;
}

/** What its units are, such as `ReLU`. */
export function layerKindText({ activation, isGaussian }: Named): string {
  if (isGaussian) return t({ message: 'mean μ', comment: 'What a unit of a Gaussian code shows' });
  return activations[activation].label;
}

/** How large the layer is: `256 units`, `16 maps, 14×14`. */
export function layerSizeText({
  units,
  rows,
  columns,
}: Pick<NetworkLayer, 'units' | 'rows' | 'columns'>): string {
  if (rows * columns === 1) return plural(units, { one: '# unit', other: '# units' });
  if (columns === 1) return plural(units, { one: `# filter of ${rows}`, other: `# filters of ${rows}` });
  return plural(units, { one: `# map of ${rows}×${columns}`, other: `# maps of ${rows}×${columns}` });
}

/** `77 active, 179 off`. */
export function activeText({ active, units }: Pick<NetworkLayer, 'active' | 'units'>): string {
  const on = countText(active);
  const off = countText(units - active);
  return t({
    message: `${on} on, ${off} off`,
    comment: 'How many units of a layer are active for this sample, and how many are not',
  });
}

/** Where not all are drawn. */
export function thinnedText(shown: number, units: number): string {
  const some = countText(shown);
  const all = countText(units);
  return t`${some} of ${all} shown: the most active`;
}

export function unitName(unit: number): string {
  const number = countText(unit + 1);
  return t`Unit ${number}`;
}

export function unitInLayerText(layer: Named, unit: number): string {
  const name = layerName(layer);
  const number = countText(unit + 1);
  return t({ message: `${name}, unit ${number}`, comment: 'A layer, and a unit in it' });
}

/** The value of a unit, and whether it is on: `0.82`, `0 (off)`. */
export function valueText(value: number, threshold: number): string {
  const number = value === 0 ? '0' : fixedText(value, Math.abs(value) < 0.1 ? 3 : 2);
  return Math.abs(value) > threshold
    ? number
    : t({ message: `${number} (off)`, comment: 'The value of a unit that is not active' });
}

export function offMeans(threshold: number): string {
  return threshold === 0 ? t`off: exactly 0` : t`off: within ${threshold} of 0`;
}

/** Signed, with a plus sign: what one adds to another. */
export function addedText(value: number): string {
  const text = measurementText(Math.abs(value));
  return value < 0 ? `−${text}` : `+${text}`;
}

export function activeShareText(share: number, count: number, many: string): string {
  const part = percentText(share, share > 0 && share < 0.1 ? 2 : 1);
  const of = countText(count);
  return share === 0 ? t`dead: off for all ${of} test ${many}` : t`on for ${part} of ${of} test ${many}`;
}

export const texts = {
  title: t`Network`,
  close: t`Close the network`,
  input: t({ message: 'Input', comment: 'What goes into the network' }),
  output: t({ message: 'Output', comment: 'What comes out of the network' }),
  waiting: t`The network appears here once the data has arrived.`,
  resizing: t`The network is being rebuilt.`,
  keys: t`Point at a unit to see what it is connected to; click it, or press Enter, to open it. Arrow keys move between units and layers.`,
  keysTouch: t`Tap a unit to see what it is connected to; tap it again to open it.`,
  above: t({ message: 'above 0', comment: 'Legend: a unit with a positive value' }),
  below: t({ message: 'below 0', comment: 'Legend: a unit with a negative value' }),
  off: t({ message: 'off', comment: 'Legend: a unit that is not active' }),
  raises: t({ message: 'raises', comment: 'Legend: a connection that adds a positive number to a unit' }),
  lowers: t({ message: 'lowers', comment: 'Legend: a connection that adds a negative number to a unit' }),
  scale: t`The stronger the colour, the further from 0; each layer is scaled to its own largest value.`,
  open: t`Open unit`,
  incoming: t`Incoming weights`,
  weightsImage: t`What the unit looks for: its weights as a picture`,
  incomingOf: { unit: t`Incoming weights`, zMean: t`Weights of the mean`, zLogVar: t`Weights of the spread` },
  from: t({
    message: 'Strongest from',
    comment: 'Heading of the units of the layer before that add most to this unit',
  }),
  to: t({
    message: 'Strongest to',
    comment: 'Heading of the units of the next layer that this unit adds most to',
  }),
  weightTimesActivation: t`Weight times activation, for this sample`,
  nothingIn: t`Nothing comes in.`,
  silent: t`It is off, so it adds nothing.`,
  adds: t`Adds to the output`,
  addsHow: t`The output as it is, minus the output with this unit set to 0`,
  addsNothing: t`Changes nothing in the output.`,
  looking: t`Asking the network…`,
};

/** How far a signed picture reaches. */
export function reachText(largest: number): string {
  const text = measurementText(largest);
  return t({ message: `up to ±${text}`, comment: 'The largest change in a picture of differences' });
}

/** The same of a picture in colour, whose grey stands for 0. */
export function aroundGreyText(largest: number): string {
  const text = measurementText(largest);
  return t({
    message: `grey is 0, up to ±${text}`,
    comment: 'The largest change in a colour picture of differences',
  });
}

/** Of weights, where some are left out. */
export function largestMapsText(shown: number, maps: number): string {
  return t`${shown} of ${maps}, the largest`;
}
