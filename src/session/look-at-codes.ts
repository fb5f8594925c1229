// The views that work on codes.
import { lookAt } from './actions';

/** Somebody looks at the codes of the test images, and at the drawing, until the function that is returned is called. */
export function lookAtCodes(): () => void {
  const stops = [lookAt('codes'), lookAt('pictures'), lookAt('drawing')];
  return () => stops.forEach((stop) => stop());
}
