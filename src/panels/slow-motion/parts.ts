// The parts of a training step, in their order, and what each lights on the stage.
import type { Experiment } from '../../core/experiment/experiment';

export type PartId = 'corrupt' | 'encode' | 'draw' | 'decode' | 'compare' | 'gradients' | 'update';

/** The parts of a step of this experiment. Without a corruption the first still shows what the network reads. */
export function partsOf({ codeKind }: Pick<Experiment, 'codeKind'>): readonly PartId[] {
  const draw: readonly PartId[] = codeKind === 'gaussian' ? ['draw'] : [];
  return ['corrupt', 'encode', ...draw, 'decode', 'compare', 'gradients', 'update'];
}

/** How a boundary stands on the stage during a part: not reached yet, lit now, or computed before. */
export type Light = 'ahead' | 'lit' | 'done';

/**
 * @param boundary 0 for the input, the last for the output
 * @param code the boundary of the code
 */
export function lightOf(part: PartId, boundary: number, code: number, last: number): Light {
  switch (part) {
    case 'corrupt':
      return boundary === 0 ? 'lit' : 'ahead';
    case 'encode':
      if (boundary === 0) return 'done';
      return boundary <= code ? 'lit' : 'ahead';
    case 'draw':
      if (boundary < code) return 'done';
      return boundary === code ? 'lit' : 'ahead';
    case 'decode':
      return boundary <= code ? 'done' : 'lit';
    case 'compare':
      return boundary === last ? 'lit' : 'done';
    case 'gradients':
    case 'update':
      return boundary === 0 ? 'done' : 'lit';
    default:
      return part satisfies never;
  }
}

/** How many boundaries are lit before this one within the part: the network lights layer after layer, backwards from the output. */
export function turnOf(part: PartId, boundary: number, code: number, last: number): number {
  if (part === 'encode') return boundary - 1;
  if (part === 'decode') return boundary - code - 1;
  if (part === 'gradients') return last - boundary;
  return 0;
}
