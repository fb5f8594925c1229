// What is wrong with a file that is no run, and what to do. Names from files stand in quotation marks, and are text, never markup.
import { countText, megabytesText } from '../../core/number-text';
import { textOf, type WordsFor } from '../../core/words-for';
import type { RunFileFailure, RunFileProblem } from '../../session/run-files/run-file-failure';

const exportAgain = 'Export it again where it comes from.';
const damaged = `It is damaged: ${exportAgain.charAt(0).toLowerCase()}${exportAgain.slice(1)}`;
const canBe =
  'Import takes run files (.hourglass), weights (.safetensors, with their model.json and metrics.json), and TensorFlow.js models (model.json with its .bin files, or a ZIP of them).';
const shapeText = (shape: readonly number[]) => (shape.length === 0 ? 'one number' : shape.join(' × '));

const words: WordsFor<RunFileProblem> = {
  'run-file.unknown': () => `This is neither a run nor a network. ${canBe}`,
  'run-file.without-weights': () =>
    'It describes a network, but holds no weights. Choose it together with the model.safetensors that belongs to it.',
  'run-file.same-name': () => 'Two of the files have this name. Import them one after the other.',
  'run-file.unreadable': () =>
    'It is empty, or it was changed or removed while it was read. Choose it again.',
  'run-file.too-large': ({ most }) =>
    `It is larger than any run: at most ${megabytesText(most)} MB can be read.`,
  'run-file.bad-zip': ({ detail }) => `The archive cannot be unpacked (${detail}). ${exportAgain}`,
  'run-file.missing': ({ name }) => `“${name}” is missing. ${exportAgain}`,
  'run-file.newer': () =>
    'A later version of Hourglass wrote it. Reload this page to get the latest version.',
  'run-file.content': ({ place }) =>
    `${place === '' ? 'It is not valid JSON.' : `What it states as “${place}” cannot be used.`} ${exportAgain}`,
  'run-file.changed': () => `Its checksum does not match: it was changed or damaged. ${exportAgain}`,
  'run-file.missing-tensor': ({ key }) => `The network needs weights “${key}”, which are not in it.`,
  'run-file.unknown-tensor': ({ key }) => `The network has no place for the weights “${key}”.`,
  'run-file.tensor-shape': ({ key, shape, expected }) =>
    `The weights “${key}” are ${shapeText(shape)}; the network needs ${shapeText(expected)}.`,
  'run-file.not-finite': ({ key }) => `The weights “${key}” hold numbers that are infinite or none at all.`,
  'network.not-described': () =>
    'It does not say what network its weights are of. Choose the model.json that belongs to it as well.',
  'network.layer': ({ layer, kind }) =>
    `The layer “${layer}” (${kind}) cannot be built here: a network here has dense layers, or 3 × 3 convolutions with stride 2 around a dense code.`,
  'network.activation': ({ layer, activation }) =>
    `The layer “${layer}” has the activation “${activation}”: here all hidden layers share one, and only the code and the output have their own.`,
  'network.branches': () => 'Its layers are not one chain from the sample to its reconstruction.',
  'network.not-mirrored': ({ widths }) =>
    `Its layers have ${widths.map(countText).join(', ')} numbers: here a decoder has the encoder’s layers the other way round.`,
  'network.setting': ({ setting, value }) =>
    `Its “${setting}” would be ${value === '' ? 'nothing' : `“${value}”`}, which is not possible here.`,
  'network.no-data': ({ size }) =>
    `It takes samples of ${countText(size)} numbers, and no data set here has those. Add such data, choose it in Train, and import again.`,
  'network.weights': ({ layer }) =>
    `The layer “${layer}” has no kernel and bias of 32-bit floats (layers without bias and rounded weights cannot be read).`,
  'safetensors.truncated': ({ bytes, expected }) =>
    `It is cut off (${countText(bytes)} of at least ${countText(expected)} bytes). ${exportAgain}`,
  'safetensors.header-too-large': () => damaged,
  'safetensors.header': () => 'Its header is not that of a safetensors file.',
  'safetensors.duplicate-key': ({ key }) => `“${key}” stands twice in its header.`,
  'safetensors.metadata': () => 'Its metadata are not all text.',
  'safetensors.entry': ({ key }) => `The entry “${key}” of its header is incomplete.`,
  'safetensors.type': ({ key, type }) =>
    `The weights “${key}” are of the type ${type}: only floats of 16, 32 and 64 bits can be read.`,
  'safetensors.size': ({ key, shape, bytes }) =>
    `The weights “${key}” are said to be ${shapeText(shape)}, but have ${countText(bytes)} bytes.`,
  'safetensors.place': ({ key }) => `The bytes of “${key}” overlap others, or there is a gap before them.`,
  'safetensors.data': ({ bytes, expected }) =>
    `It has ${countText(bytes)} bytes of weights where ${countText(expected)} are stated.`,
};

/** `run.hourglass, model.safetensors: It is damaged …` */
export function failureText(failure: RunFileFailure): string {
  const { file, entry } = failure;
  const place = entry === null || entry === file ? file : `${file}, ${entry}`;
  return `${place}: ${textOf(words, failure)}`;
}
