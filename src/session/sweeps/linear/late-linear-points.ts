// The code that puts linear methods beside sweeps comes with the first sweep.
import type { AddLinearPoints, LinearPointsPorts } from './linear-points';

/** As `createLinearPoints`. Where its code does not load, sweeps are shown without linear methods until they are asked for again. */
export function lateLinearPoints(ports: LinearPointsPorts): AddLinearPoints {
  let adding: Promise<AddLinearPoints> | null = null;
  const load = () =>
    (adding ??= import('./linear-points').then(({ createLinearPoints }) => createLinearPoints(ports)));
  return (id) => {
    if (ports.analysis === null) return;
    load().then(
      (add) => add(id),
      () => (adding = null),
    );
  };
}
