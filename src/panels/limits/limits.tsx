// Stands in until the panel is written.
export function Limits() {
  return null;
}
