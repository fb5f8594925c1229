/** One line break for all, and one blank for several where blanks separate cells. */
export function withPlainBreaks(text: string, delimiter: string): string {
  const plain = text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  return delimiter === ' ' ? plain.replaceAll(/[ \t]+/g, ' ').replaceAll(/^ | $/gm, '') : plain;
}
