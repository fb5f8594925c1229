// Saving what the page made: a file for the person's downloads.

const longest = 60;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, longest)
    .replace(/^-+|-+$/g, '');
}

/** `Dense sweep` on 24 November 2026 as `dense-sweep-2026-11-24.csv`. Letters and figures of any script are kept. */
export function fileName(name: string, extension: string, at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${plain(name) || 'hourglass'}-${day}.${extension}`;
}

/** `hourglass-loss-curves-undercomplete-code-16-mnist.svg`: what it shows, and of which experiment. */
export function exportName(what: string, of: string, extension: string): string {
  const parts = ['hourglass', plain(what), plain(of)].filter((part) => part !== '');
  return `${parts.join('-')}.${extension}`;
}

export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold of the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
