// Everything that a card offers to save as numbers: what its charts and rows have registered, and the tables in it.
import { t } from '@lingui/core/macro';
import type { NamedArray } from '../../../core/formats/array-text';
import type { Offer, OfferSource } from '../offers';
import { pageFacts, type Computed } from '../page-facts';
import { pageTables } from './page-tables';

/** More arrays than this that fit on each other are offered as one. */
const mostArrays = 6;

/** In the order of the menu; no two have the same name. */
export async function cardOffers(
  card: HTMLElement,
  title: string,
  sources: Iterable<OfferSource>,
): Promise<Offer[]> {
  const registered = [...sources].flatMap(({ current }) => current() ?? []);
  const computed = card.dataset['computes'] as Computed | undefined;
  const ofPage = computed === undefined ? [] : ((await pageFacts())?.offers(computed) ?? []);
  const offers = [...pageTables(card, title), ...(await joined(registered)), ...ofPage];
  return offers.map((offer, place) => {
    const earlier = offers.slice(0, place).filter(({ name }) => name === offer.name).length;
    return earlier === 0 ? offer : { ...offer, name: `${offer.name} ${earlier + 1}` };
  });
}

async function joined(offers: readonly Offer[]): Promise<Offer[]> {
  const arrays = await Promise.all(
    offers.map(async ({ name, array, isComputed }) => ({
      name,
      array: isComputed ? undefined : await array?.(),
    })),
  );
  const groups = new Map<string, { name: string; array: NamedArray }[]>();
  for (const { name, array } of arrays) {
    if (!array) continue;
    const key = `${array.valueName} ${array.shape.slice(1).join(' ')} ${array.values.constructor.name}`;
    groups.set(key, [...(groups.get(key) ?? []), { name, array }]);
  }
  const many = [...groups.values()].filter((group) => group.length > mostArrays);
  const inGroups = new Set(many.flat().map(({ name }) => name));
  return [
    ...offers.filter(({ name, array }) => !array || !inGroups.has(name)),
    ...many.map((group): Offer => ({ name: t`All samples`, array: () => joinArrays(group) })),
  ];
}

/** One below the other, each with its name. */
export function joinArrays(arrays: readonly { name: string; array: NamedArray }[]): NamedArray {
  const [first] = arrays;
  if (!first) throw new Error('There is no array to join.');
  const { shape, values, valueName } = first.array;
  const length = arrays.reduce((sum, { array }) => sum + array.values.length, 0);
  const all = values instanceof Uint8Array ? new Uint8Array(length) : new Float32Array(length);
  let at = 0;
  for (const { array } of arrays) {
    all.set(array.values, at);
    at += array.values.length;
  }
  const rows = arrays.flatMap(({ name, array }) => Array.from({ length: array.shape[0] ?? 0 }, () => [name]));
  return {
    shape: [rows.length, ...shape.slice(1)],
    values: all,
    valueName,
    about: { columns: ['name'], rows },
  };
}
