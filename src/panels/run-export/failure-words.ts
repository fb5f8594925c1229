// What is wrong with a file that is no run, and what to do. Names from files stand in quotation marks, and are text, never markup.
import { t } from '@lingui/core/macro';
import { countText, megabytesText } from '../../core/number-text';
import { textOf, type WordsFor } from '../../core/words-for';
import type { RunFileFailure, RunFileProblem } from '../../session/run-files/run-file-failure';

const exportAgain = t`Export it again where it comes from.`;
const damaged = t`It is damaged: export it again where it comes from.`;
const canBe = t`Import takes run files (.hourglass), weights (.safetensors, with their model.json and metrics.json), and TensorFlow.js models (model.json with its .bin files, or a ZIP of them).`;
const shapeText = (shape: readonly number[]) => (shape.length === 0 ? t`one number` : shape.join(' × '));

const words: WordsFor<RunFileProblem> = {
  'run-file.unknown': () => `${t`This is neither a run nor a network.`} ${canBe}`,
  'run-file.without-weights': () =>
    t`It describes a network, but holds no weights. Choose it together with the model.safetensors that belongs to it.`,
  'run-file.same-name': () => t`Two of the files have this name. Import them one after the other.`,
  'run-file.unreadable': () =>
    t`It is empty, or it was changed or removed while it was read. Choose it again.`,
  'run-file.too-large': ({ most }) =>
    t`It is larger than any run: at most ${{ most: megabytesText(most) }} MB can be read.`,
  'run-file.bad-zip': ({ detail }) => `${t`The archive cannot be unpacked (${detail}).`} ${exportAgain}`,
  'run-file.missing': ({ name }) => `${t`“${name}” is missing.`} ${exportAgain}`,
  'run-file.newer': () =>
    t`A later version of Hourglass wrote it. Reload this page to get the latest version.`,
  'run-file.content': ({ place }) =>
    `${place === '' ? t`It is not valid JSON.` : t`What it states as “${place}” cannot be used.`} ${exportAgain}`,
  'run-file.changed': () => `${t`Its checksum does not match: it was changed or damaged.`} ${exportAgain}`,
  'run-file.missing-tensor': ({ key }) => t`The network needs weights “${key}”, which are not in it.`,
  'run-file.unknown-tensor': ({ key }) => t`The network has no place for the weights “${key}”.`,
  'run-file.tensor-shape': ({ key, shape, expected }) =>
    t`The weights “${key}” are ${{ shape: shapeText(shape) }}; the network needs ${{ expected: shapeText(expected) }}.`,
  'run-file.not-finite': ({ key }) =>
    t`The weights “${key}” contain values that are infinite or not numbers.`,
  'network.not-described': () =>
    t`It does not say what network its weights are of. Choose the model.json that belongs to it as well.`,
  'network.layer': ({ layer, kind }) =>
    t`The layer “${layer}” (${kind}) cannot be built here: a network here has dense layers, or 3 × 3 convolutions with stride 2 around a dense code.`,
  'network.activation': ({ layer, activation }) =>
    t`The layer “${layer}” has the activation “${activation}”: here all hidden layers share one, and only the code and the output have their own.`,
  'network.branches': () => t`Its layers are not one chain from the sample to its reconstruction.`,
  'network.not-mirrored': ({ widths }) =>
    t`Its layers have ${{ widths: widths.map(countText).join(', ') }} numbers: here a decoder has the encoder’s layers in reverse.`,
  'network.setting': ({ setting, value }) =>
    value === ''
      ? t`Its “${setting}” would be empty, which is not possible here.`
      : t`Its “${setting}” would be “${value}”, which is not possible here.`,
  'network.no-data': ({ size }) =>
    t`It takes samples of ${{ size: countText(size) }} numbers, and no data set here has those. Add such data, choose it in Train, and import again.`,
  'network.weights': ({ layer }) =>
    t`The layer “${layer}” has no kernel and bias of 32-bit floats (layers without bias and rounded weights cannot be read).`,
  'safetensors.truncated': ({ bytes, expected }) =>
    `${t`It is cut off (${{ bytes: countText(bytes) }} of at least ${{ expected: countText(expected) }} bytes).`} ${exportAgain}`,
  'safetensors.header-too-large': () => damaged,
  'safetensors.header': () => t`Its header is not that of a safetensors file.`,
  'safetensors.duplicate-key': ({ key }) => t`“${key}” appears twice in its header.`,
  'safetensors.metadata': () => t`Its metadata are not all text.`,
  'safetensors.entry': ({ key }) => t`The entry “${key}” of its header is incomplete.`,
  'safetensors.type': ({ key, type }) =>
    t`The weights “${key}” are of the type ${type}: only floats of 16, 32 and 64 bits can be read.`,
  'safetensors.size': ({ key, shape, bytes }) =>
    t`The weights “${key}” are said to be ${{ shape: shapeText(shape) }}, but have ${{ bytes: countText(bytes) }} bytes.`,
  'safetensors.place': ({ key }) => t`The bytes of “${key}” overlap others, or there is a gap before them.`,
  'safetensors.data': ({ bytes, expected }) =>
    t`It has ${{ bytes: countText(bytes) }} bytes of weights where ${{ expected: countText(expected) }} are stated.`,
};

/** `run.hourglass, model.safetensors: It is damaged …` */
export function failureText(failure: RunFileFailure): string {
  const { file, entry } = failure;
  const place = entry === null || entry === file ? file : `${file}, ${entry}`;
  return `${place}: ${textOf(words, failure)}`;
}
