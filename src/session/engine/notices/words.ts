// What the engine reports, in words: its stages, its backend, its failures, and the notices about them.
import { backendTitles, type BackendName } from '../../../core/backend-measurement';
import type { BackendChoice, BackendReport } from '../../../core/engine-api/backend';
import type { Diverged } from '../../../core/engine-api/events';
import type {
  BackendAbsence,
  BackendNote,
  BackendReason,
  KernelRefusal,
  StageMessage,
} from '../../../core/engine-api/messages';
import type { Failure } from '../../../core/failure';
import { countText, decimalText, millisecondsText } from '../../../core/number-text';
import type { DataFailure } from '../../../core/samples/data-failure';
import { textOf, type WordsFor } from '../../../core/words-for';
import { dataFailureText } from '../../datasets/words';
import type { StopCause, Verdict } from '../restart-policy';

const stages: WordsFor<StageMessage> = {
  'stage.starting': () => 'Starting the engine',
  'stage.restarting': () => 'Restarting the engine',
  'stage.choosing-backend': () => 'Looking for the fastest backend',
  'stage.measuring-backend': ({ backend }) => `Measuring which backend is fastest: ${backendTitles[backend]}`,
  'stage.changing-backend': () => 'Changing the backend',
  'stage.reading-data': () => 'Reading the data set',
  'stage.building-network': () => 'Building the network',
  'stage.warming-up': () => 'Warming up: compiling the training step',
  'stage.ready': () => 'Ready',
};

/** A few words for the status line. */
export function stageText(message: StageMessage): string {
  return textOf(stages, message);
}

const absences: WordsFor<BackendAbsence> = {
  'absent.no-offscreen-canvas': () => 'no OffscreenCanvas',
  'absent.no-webgl2': () => 'no WebGL 2',
  'absent.no-webgpu': () => 'this browser has no WebGPU',
  'absent.no-adapter': () => 'this browser found no graphics adapter for it',
  'absent.no-answer': () => 'the browser did not answer in time',
  'absent.no-wasm': () => 'no WebAssembly',
  'absent.lost': () => 'the graphics card was lost',
  'absent.error': ({ detail }) => detail,
};

const reasons: WordsFor<BackendReason> = {
  'backend.chosen': () => 'chosen by you',
  'backend.fastest': () => 'fastest here',
  'backend.gpu': () => 'GPU',
  'backend.no-gpu': ({ simd }) => (simd ? 'no GPU found' : 'no GPU found, no SIMD'),
  'backend.no-webgl': ({ why, simd }) => `${textOf(absences, why)}${simd ? '' : ', no SIMD'}`,
  'backend.no-wasm': () => 'no WebAssembly',
  'backend.cannot-run': ({ backend }) => `${backendTitles[backend]} cannot run here`,
  'backend.did-not-start': ({ backends }) => `${titlesOf(backends)} did not start`,
  'backend.no-fast-kernels': () => 'no fast kernels',
};

/** A few words for the badge: why this backend. */
export function backendReasonText(reason: BackendReason): string {
  return textOf(reasons, reason);
}

const refusals: WordsFor<KernelRefusal> = {
  'kernels.other-backend': () => 'another backend is in use',
  'kernels.tfjs-version': ({ version }) => `they need TensorFlow.js 4.22, this is ${version}`,
  'kernels.no-simd': () => 'this browser has no WebAssembly SIMD',
  'kernels.threaded-tfjs': () => 'TensorFlow.js runs with threads of its own',
  'kernels.no-webgl2': () => 'there is no WebGL 2',
  'kernels.no-float32': () => 'the graphics card does not draw 32-bit floats',
  'kernels.not-loaded': ({ detail }) => `they could not be loaded: ${detail}`,
};

const notes: WordsFor<BackendNote> = {
  'note.cannot-run': ({ backend, why }) =>
    `${backendTitles[backend]} cannot run here: ${textOf(absences, why)}.`,
  'note.webgl': ({ renderer }) => `Runs on WebGL: ${renderer || 'unknown renderer'}.`,
  'note.webgpu': ({ adapter, software }) =>
    `Runs on WebGPU: ${adapter || 'unknown adapter'}${software ? ', which is software, not a graphics card: slow' : ''}.`,
  'note.wasm': ({ simd, renderer }) =>
    `Runs in WebAssembly ${simd ? 'with' : 'without'} SIMD on the processor.${
      renderer === null ? '' : ` The WebGL renderer here is ${renderer || 'unknown'}.`
    }`,
  'note.cpu': () => 'Runs in plain JavaScript on the processor: slow.',
  'note.measured': ({ stepMs }) =>
    `Auto measured a training step of the default network here: ${measuredText(stepMs)}.`,
  'note.webgl-kernels': () => "Hourglass's own kernels are in use.",
  'note.wasm-kernels': ({ relaxed, threads, isolated }) =>
    `Hourglass's own kernels are in use (${relaxed ? 'relaxed SIMD' : 'SIMD'}, ${
      threads === 1 ? '1 thread' : `${threads} threads`
    }).${isolated ? '' : ' One core computes: this page was not sent with the headers that threads need.'}`,
  'note.no-kernels': ({ backend, why }) =>
    `Slower than it could be: Hourglass's own kernels cannot be used here (${textOf(refusals, why)}), so those of TensorFlow.js compute.${
      backend === 'wasm' ? ' They cannot train convolutional networks.' : ''
    }`,
};

/** What the tooltip says of the backend. */
export function backendNotesText({ notes: told }: Pick<BackendReport, 'notes'>): string {
  return told.map((note) => textOf(notes, note)).join(' ');
}

/** Fastest first. */
function measuredText(stepMs: Extract<BackendNote, { code: 'note.measured' }>['stepMs']): string {
  const entries = Object.entries(stepMs) as [BackendName, number | null][];
  return entries
    .sort(([, a], [, b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([name, ms]) => `${backendTitles[name]} ${ms === null ? 'timed out' : millisecondsText(ms)}`)
    .join(', ');
}

const failures: WordsFor<Exclude<Failure, DataFailure>> = {
  'engine.context-lost': () => 'The graphics context was lost.',
  'engine.work-refused': ({ backend, detail }) =>
    `${backendTitles[backend]} refused a piece of the work: ${detail}`,
  'engine.no-convolution-gradient': ({ backend }) =>
    `${backendTitles[backend]} cannot train convolutional networks without Hourglass's own kernels, which cannot be used here.`,
  'engine.no-backend': ({ tried }) => `No backend could be started (tried ${titlesOf(tried)}).`,
  'run.other-dataset': ({ dataset, others }) =>
    `Runs side by side share one data set: this one needs “${dataset}”, the others use “${others}”.`,
  'run.diverged': ({ step }) => `Training diverged at step ${countText(step)}.`,
  'worker.not-loaded': () => 'The worker could not be loaded.',
  'worker.unreadable-message': () => 'A message from the worker could not be read.',
  'worker.ended': () => 'The worker has ended.',
  'worker.silent': () => 'The worker did not start within a minute.',
  'analysis.network-changed': () => 'The network changed while its codes were read. Measure again.',
  unexpected: ({ detail }) => detail,
};

/** One sentence, or the raw text of an unexpected exception. */
export function failureText(failure: Failure): string {
  return isDataFailure(failure) ? dataFailureText(failure) : textOf(failures, failure);
}

function isDataFailure(failure: Failure): failure is DataFailure {
  return failure.code.startsWith('data.');
}

function titlesOf(backends: readonly BackendName[]): string {
  return backends.map((name) => backendTitles[name]).join(', ');
}

/** The other notices, and the labels of their buttons. */
export const noticeTexts = {
  stopped: 'The engine keeps stopping and was not started again.',
  restart: 'Restart',
  failure: 'Something went wrong in the engine.',
  otherBackend: (choice: BackendChoice) =>
    `${choice === 'auto' ? 'The fastest backend' : backendTitles[choice]} could not be started.`,
  notKept:
    'This browser keeps nothing for the page (a private window, or no space left): sweeps are lost when it is closed.',
  sweepInterrupted: 'The sweep was interrupted. What it had finished is kept; “Go on” trains the rest.',
} as const;

const preparing = {
  message: 'Preparing this network takes long.',
  detail:
    'On a slow backend a large network can take minutes. Choose another backend at the top, or fewer filters or layers.',
} as const;

/** What takes so long, by the stage of the run. */
export const slowTexts = {
  backend: {
    message: 'The engine is slow to start.',
    detail: 'It should take a few seconds. Choose another backend at the top, or reload the page.',
  },
  data: {
    message: 'No data has arrived for 10 seconds.',
    detail:
      'The server or the connection is slow. A file that does not arrive is asked for again, and named here if it never does.',
  },
  network: preparing,
  'warm-up': preparing,
} as const;

/**
 * Why the engine was restarted, from where and on what.
 * @param step of the checkpoint that the run resumes from; 0 without a checkpoint
 */
export function restartedText(cause: StopCause, to: Verdict['backend'], step: number): string {
  const where = step > 0 ? `from step ${countText(step)}` : 'from the beginning';
  const onWasm = `was restarted ${where} on WebAssembly, which needs no graphics card.`;
  const stopped = `The engine stopped and was restarted ${where}.`;
  const texts = {
    'context-lost':
      to === 'wasm'
        ? `The graphics card dropped the page again, so it ${onWasm}`
        : `The graphics card dropped the page and the engine was restarted ${where}.`,
    refused:
      to === 'cpu'
        ? `WebAssembly cannot train this network here: the engine was restarted ${where} in plain JavaScript, which can, but slowly.`
        : `The graphics card cannot compute this network: the engine ${onWasm}`,
    died: stopped,
    internal: stopped,
  } satisfies Record<StopCause, string>;
  return texts[cause];
}

const died = (layer: string) =>
  `${layer} is dead: the same for every test sample, so nothing more is learned`;

const whatHappened = {
  reconstruction: 'the reconstruction loss was no longer a finite number',
  sparsity: 'the sparsity penalty was no longer a finite number',
  kl: 'the KL term was no longer a finite number',
  weights: 'an update left weights that are not finite numbers',
  'high-loss': 'the loss stayed far above its best',
  'dead-hidden': died('a hidden layer'),
  'dead-code': died('the code'),
  'dead-output': died('the output'),
} satisfies Record<Diverged['cause'], string>;

const tooLarge = 'The steps were so large that each made the loss worse';
const overflow = `${tooLarge}, until the numbers overflowed.`;

const why = {
  reconstruction: overflow,
  sparsity: overflow,
  weights: overflow,
  kl: 'The code’s variances are exponentials of the encoder’s output, so they overflow first when steps are too large.',
  'high-loss': `${tooLarge}, and what the network had learned was lost.`,
  'dead-hidden':
    'Steps that are too large push all units to where their activation is flat, and no gradient leads back.',
  'dead-code':
    'Steps or a sparsity weight that are too large push all units to where their activation is flat, and no gradient leads back.',
  'dead-output':
    'Steps that are too large push all outputs to where their activation is flat, and no gradient leads back.',
} satisfies Record<Diverged['cause'], string>;

/** @param canGoSlower whether the learning rate is above its minimum */
export function divergedText(
  { step, restoredStep, cause }: Pick<Diverged, 'step' | 'restoredStep' | 'cause'>,
  canGoSlower: boolean,
): { message: string; detail: string } {
  const weights = restoredStep === 0 ? 'the weights it started from' : 'its last good weights';
  return {
    message: `Training stopped at step ${countText(step)}: ${whatHappened[cause]}. The network is back at step ${countText(restoredStep)}, with ${weights}.`,
    detail: canGoSlower
      ? why[cause]
      : `${why[cause]} The learning rate is at its minimum; clip the gradient.`,
  };
}

export function trainOnText(learningRate: number): string {
  return `Train on at ${decimalText(learningRate)}`;
}

export function resetText(learningRate: number): string {
  return `Reset with new weights at ${decimalText(learningRate)}`;
}
