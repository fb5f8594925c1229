// The opened network in the address: `#train/network`, a layer of it by its boundary (`#train/network/2`), and an open unit in that
// by its number from 1 (`#train/network/2/17`).
import type { UnitPlace } from '../../core/units/layer-units';

export const networkHref = '#train/network';

export interface NamedUnit {
  readonly boundary: number | null;
  readonly unit: number | null;
}

/** What a fragment names; null for what is no whole number from 1. */
export function namedUnit(hash: string): NamedUnit {
  const [layer, unit] = hash.startsWith(`${networkHref}/`)
    ? hash.slice(networkHref.length + 1).split('/')
    : [];
  const boundary = counted(layer);
  const number = boundary === null ? null : counted(unit);
  return { boundary, unit: number === null ? null : number - 1 };
}

export function unitHref(place: UnitPlace | null): string {
  return place === null ? networkHref : `${networkHref}/${place.boundary}/${place.unit + 1}`;
}

function counted(part: string | undefined): number | null {
  return part !== undefined && /^[1-9]\d{0,5}$/.test(part) ? Number(part) : null;
}
