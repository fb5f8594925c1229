// Stands in until the panel is written.
export function Inpainting() {
  return null;
}
