// Stands in until the panel is written.
export function Anomalies() {
  return null;
}
