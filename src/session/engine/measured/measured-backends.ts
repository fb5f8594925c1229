// How fast each backend was on this machine, kept from visit to visit. Works where storage is denied: then every visit measures.
import { parseMeasurement, type BackendMeasurement } from '../../../core/backend-measurement';

const storageKey = 'hourglass-backends';

export function keptMeasurement(): BackendMeasurement | null {
  try {
    return parseMeasurement(localStorage.getItem(storageKey) ?? '');
  } catch {
    return null;
  }
}

export function keepMeasurement(measurement: BackendMeasurement): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(measurement));
  } catch {
    // Storage is denied.
  }
}

export function forgetMeasurement(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Storage is denied.
  }
}
