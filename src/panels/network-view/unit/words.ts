// What is said of an opened unit.
import { t } from '@lingui/core/macro';
import {
  countText,
  fixedText,
  measurementText,
  percentText,
  significantText,
} from '../../../core/number-text';

/** An activation on an axis. */
export function activationText(value: number): string {
  return value < 0 ? `−${measurementText(-value)}` : measurementText(value);
}

/** Where there is little room. */
export function shortRangeText(from: number, to: number): string {
  const [low = '', high = ''] = [from, to].map((value) => significantText(value).replace('-', '−'));
  return from === to ? low : t({ message: `${low} to ${high}`, comment: 'A range of activations' });
}

export function rangeText(from: number, to: number): string {
  const [low, high] = [activationText(from), activationText(to)];
  return from === to ? low : t({ message: `${low} to ${high}`, comment: 'A range of activations' });
}

export function placeText(value: number, share: number): string {
  const number = activationText(value);
  const percent = percentText(share);
  return t`This one: ${number}, more than ${percent} of the others.`;
}

/** @param share of the samples for which the unit is off */
export function offPlaceText(share: number): string {
  const percent = percentText(share);
  return t`This one: off, as for ${percent} of them.`;
}

export function measuredText(count: number, all: number, many: string): string {
  const some = countText(count);
  const whole = countText(all);
  return count < all ? t`over the first ${some} of ${whole} test ${many}` : t`over all ${whole} test ${many}`;
}

export function measuringText(share: number): string {
  const percent = percentText(share);
  return t`Running the test set through the network: ${percent}`;
}

export function histogramText(count: number, least: number, greatest: number, many: string): string {
  const some = countText(count);
  const range = rangeText(least, greatest);
  return t`How strongly ${some} test ${many} activate the unit: ${range}`;
}

export function correlationText(correlation: number): string {
  const text = fixedText(Math.abs(correlation), 2);
  return correlation < 0 ? `−${text}` : text;
}

export function factorText(factor: number): string {
  const text = significantText(factor);
  return factor === 0 ? t({ message: 'off', comment: 'A unit that is turned off' }) : `× ${text}`;
}

export function turnedText(value: number): string {
  return value === 0 ? t({ message: 'off', comment: 'A unit that is turned off' }) : activationText(value);
}

export function emptyTenthText(many: string): string {
  return t`no ${many}`;
}

export function deadText(many: string): string {
  return t`It is the same for all ${many}: nothing excites it.`;
}

export function topText(many: string): string {
  return t`The ${many} that excite it most`;
}

export function tenthsText(many: string): string {
  return t`Some ${many} from each tenth of its range`;
}

export function strongestName(rank: number, name: string, value: string): string {
  return t({
    message: `${name}, activation ${value}, rank ${rank}`,
    comment: 'Names a test sample in a list of those that activate a unit most',
  });
}

export const texts = {
  back: t({ message: 'Network', comment: 'Link back to the view of the whole network' }),
  previous: t`Previous unit`,
  next: t`Next unit`,
  list: t`Units of the layer`,
  order: t({ message: 'Order', comment: 'How a list of units is sorted' }),
  byNumber: t({ message: 'By number', comment: 'Order of a list of units' }),
  mostActive: t`Most active first`,
  leastActive: t`Dead first`,
  activations: t`Activations over the test set`,
  table: t`As a table`,
  tableFrom: t({ message: 'From', comment: 'Table heading: the lower end of a range of activations' }),
  tableTo: t({ message: 'To', comment: 'Table heading: the upper end of a range of activations' }),
  tableCount: t({ message: 'Samples', comment: 'Table heading: how many samples lie in the range' }),
  onlyTop: t`The strongest alone are misleading: they show a unit at its extreme, not what it usually responds to.`,
  turn: t`Change this unit`,
  turnValue: t`Activation of the unit`,
  turnFactor: t`Strength of the map`,
  turnExplanation: t`Sets the unit, and runs the rest of the network again`,
  off: t({ message: 'Off', comment: 'Button: sets a unit to 0' }),
  asItIs: t({ message: 'As it is', comment: 'Button: leaves a unit at its own value' }),
  most: t({
    message: 'Maximum',
    comment: 'Button: sets a unit to the largest activation over the test set',
  }),
  double: t({ message: 'Twice', comment: 'Button: doubles the map of a unit' }),
  silentMap: t`The map is 0 everywhere for this sample, so multiplying it changes nothing.`,
  output: t`Output`,
  turned: t`Output with this unit changed`,
  difference: t`Difference`,
  correlated: t`Correlated units`,
  alike: t({ message: 'Together', comment: 'Heading: units that correlate positively with this one' }),
  opposed: t({ message: 'Opposed', comment: 'Heading: units that correlate negatively with this one' }),
  noneAlike: t`None.`,
  never: t`It never changes, so no unit can be correlated with it.`,
  correlationMeans: t`Pearson’s correlation of the activations over the test set`,
  retry: t`Try again`,
  failed: t`The test set could not be run through the network.`,
  rootScale: t`The height of each bar is the square root of its count.`,
  mapValue: t`For a map, its value furthest from 0 counts.`,
  noisyInputs: t`With the noise of the experiment; the pictures are the clean ones.`,
};
