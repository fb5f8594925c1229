// Files as they come in by a file field, by dropping and by pasting, each with its path in the chosen folder.
import type { SourceFile } from '../../../core/import/import-api';

/** The files of a file field; those of a folder have their path in it. */
export function chosenFiles(files: Iterable<File>): SourceFile[] {
  return Array.from(files, (file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
}

/**
 * What was dropped, with every file in dropped folders. The browser forgets the drop when its event is over, so this has to be
 * called in it.
 */
export function droppedFiles({ items, files }: Pick<DataTransfer, 'items' | 'files'>): Promise<SourceFile[]> {
  const dropped = Array.from(items).filter(({ kind }) => kind === 'file');
  const entries = dropped.map((item) => item.webkitGetAsEntry());
  if (entries.some((entry) => entry === null)) return Promise.resolve(chosenFiles(files));
  return Promise.all(entries.map((entry) => filesIn(entry!))).then((found) => found.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<SourceFile[]> {
  if (isFile(entry)) {
    const blob = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), blob }];
  }
  if (!isFolder(entry)) return [];
  const found: SourceFile[] = [];
  for (const child of await childrenOf(entry)) found.push(...(await filesIn(child)));
  return found;
}

/** A reader hands out a folder's entries in pieces, and ends with an empty one. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (piece.length === 0) return children;
    children.push(...piece);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** What was pasted: files and pictures, or text that looks like a table. Empty for any other text. */
export function pastedFiles(data: Pick<DataTransfer, 'files' | 'getData'>): SourceFile[] {
  if (data.files.length > 0) return chosenFiles(data.files);
  const text = data.getData('text/plain');
  if (!looksLikeTable(text)) return [];
  const path = text.includes('\t') ? 'pasted.tsv' : 'pasted.csv';
  return [{ path, blob: new Blob([text], { type: 'text/plain' }) }];
}

/** At least two lines that begin with two cells each, and numbers among them. */
function looksLikeTable(text: string): boolean {
  const lines = text.trim().split(/\r?\n/, 3);
  return lines.length > 1 && lines.every((line) => /[,;\t]/.test(line)) && /\d/.test(lines[1] ?? '');
}
