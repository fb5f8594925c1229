// Turns the tables of layers.mjs into rules for dependency-cruiser, and finds circles in them.

/** @typedef {import('./layers.mjs').Layer} Layer */
/** @typedef {{ path?: string, pathNot?: string, dependencyTypes?: string[] }} Files */
/** @typedef {{ from: Files, to: Files }} Rule */

/** Tests and test helpers. No other file imports them, so they may enter every room of their layer. */
export const isTest = '[.]test[.](ts|tsx|mjs)$|/testing/|-for-tests[.]tsx?$';

const anyOf = (/** @type {string[]} */ patterns) => `(${patterns.join('|')})`;
const escape = (/** @type {string} */ path) => path.replaceAll('.', '[.]');

/**
 * Every import that the tables allow.
 * @param {Record<string, Layer>} layers by folder
 * @returns {Rule[]}
 */
export function allowedImports(layers) {
  return Object.entries(layers).flatMap(([folder, layer]) => {
    const from = { path: `^${folder}/` };
    const tests = { path: `^${folder}(?=/).*${anyOf([isTest])}` };
    const packages = (/** @type {string[]} */ names) => `(^|/)node_modules/${anyOf(names)}/`;
    return [
      ...roomImports(folder, layer),
      ...layer.enters.map((entered) => ({ from, to: enteredFiles(entered, layers) })),
      ...(layer.packages ? [{ from, to: { path: packages(layer.packages) } }] : []),
      ...(layer.usesNode ? [{ from, to: { dependencyTypes: ['core'] } }] : []),
      { from: tests, to: { path: `^${folder}/` } },
      { from: tests, to: { path: packages(['.+']) } },
      { from: tests, to: { dependencyTypes: ['core'] } },
    ];
  });
}

/**
 * What each room of a layer may import from the layer: itself, and the rooms in its entry.
 * @param {string} folder
 * @param {Layer} layer
 * @returns {Rule[]}
 */
function roomImports(folder, layer) {
  return Object.entries(layer.rooms).flatMap(([room, entry]) => {
    const from = roomFiles(folder, layer, room);
    const entered = Array.isArray(entry) ? entry : entry.enters;
    const itself = room === '*' ? siblings(folder, layer) : { from, to: from };
    const isAll = entered.includes('*');
    return [
      itself,
      ...(isAll ? otherRooms(layer, room) : entered).map((name) => ({
        from,
        to: doorsOf(folder, layer, name),
      })),
    ];
  });
}

/** @param {Layer} layer @param {string} room */
const otherRooms = (layer, room) => Object.keys(layer.rooms).filter((name) => name !== room);

/**
 * Lets each room without its own entry import itself.
 * @param {string} folder @param {Layer} layer @returns {Rule}
 */
function siblings(folder, layer) {
  return { from: roomFiles(folder, layer, '*', '([^/]+)'), to: { path: `^${folder}/$1/` } };
}

/**
 * The files of a room, without those of rooms inside it.
 * @param {string} folder @param {Layer} layer @param {string} room
 * @param {string} any pattern for a room without an entry
 * @returns {Files}
 */
function roomFiles(folder, layer, room, any = '[^/]+') {
  if (room === '.') return { path: `^${folder}/[^/]+$` };
  const named = Object.keys(layer.rooms).filter((name) => name !== '.' && name !== '*' && name !== room);
  const others = room === '*' ? named : named.filter((name) => name.startsWith(`${room}/`));
  return {
    path: `^${folder}/${room === '*' ? any : room}/`,
    ...(others.length > 0 ? { pathNot: `^${folder}/${anyOf(others)}/` } : {}),
  };
}

/**
 * The files of a room that others may import.
 * @param {string} folder @param {Layer} layer @param {string} room
 * @returns {Files}
 * @throws {Error} when the layer has no such room
 */
function doorsOf(folder, layer, room) {
  const entry = layer.rooms[room];
  if (!entry) throw new Error(`${folder} has no room ${room}.`);
  if (Array.isArray(entry)) return roomFiles(folder, layer, room);
  return { path: `^${folder}/${room}/${anyOf(entry.doors.map(escape))}$` };
}

/**
 * The files that an entry of `enters` refers to: a layer (`core`) or one of its rooms (`data/sources`).
 * @param {string} entered
 * @param {Record<string, Layer>} layers
 * @returns {Files}
 * @throws {Error} when there is no such layer or room
 */
function enteredFiles(entered, layers) {
  const [name = '', ...room] = entered.split('/');
  const folder = [`src/${name}`, name].find((candidate) => candidate in layers);
  const layer = folder && layers[folder];
  if (!folder || !layer) throw new Error(`There is no layer ${name}.`);
  return room.length > 0 ? doorsOf(folder, layer, room.join('/')) : { path: `^${folder}/` };
}

/**
 * The first circle among the rooms of a layer, as a path that ends where it starts; null if there is none.
 * @param {Layer} layer
 * @returns {string[] | null}
 */
export function circleOfRooms(layer) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @param {string} room @param {string[]} path @returns {string[] | null} */
  const visit = (room, path) => {
    if (path.includes(room)) return [...path.slice(path.indexOf(room)), room];
    if (done.has(room)) return null;
    const entry = layer.rooms[room] ?? [];
    const entered = Array.isArray(entry) ? entry : entry.enters;
    for (const next of entered.includes('*') ? otherRooms(layer, room) : entered) {
      const circle = visit(next, [...path, room]);
      if (circle) return circle;
    }
    done.add(room);
    return null;
  };
  for (const room of Object.keys(layer.rooms)) {
    const circle = visit(room, []);
    if (circle) return circle;
  }
  return null;
}
