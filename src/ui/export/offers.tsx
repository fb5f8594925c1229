// What a card has to save, told by what is in it: a chart registers its curves, a row of images its samples. The menu of the card
// reads them when it opens; until then nothing is computed.
import { createContext, useContext, useEffect, useRef } from 'react';
import type { NamedArray } from '../../core/formats/array-text';
import type { Table } from '../../core/table';

export interface Offer {
  /** As the menu calls it, and the end of the file's name. */
  readonly name: string;
  /** Numbers at full precision, as columns. */
  readonly table?: () => Table | Promise<Table>;
  /** Its numbers are computed when they are asked for, which takes a while. */
  readonly isComputed?: boolean;
  /** Numbers of one kind. */
  readonly array?: () => NamedArray | Promise<NamedArray>;
}

/** Reads the offer of the moment; null while there is nothing to save. */
export type OfferSource = { readonly current: () => Offer | null };

/** What the things in one card register, in the order in which they were mounted. */
export const CardOffers = createContext<Set<OfferSource> | null>(null);

/** Offers numbers in the menu of the card around; outside of a card nothing happens. */
export function useExport(offer: () => Offer | null): void {
  const offers = useContext(CardOffers);
  const source = useRef(offer);
  useEffect(() => {
    source.current = offer;
  });
  useEffect(() => {
    offers?.add(source);
    return () => {
      offers?.delete(source);
    };
  }, [offers]);
}

/** The same for the component that makes the card, inside of it. */
export function Exports({ offer }: { offer: () => Offer | null }) {
  useExport(offer);
  return null;
}
