// What the engine reports, in words: its stages, its backend, its failures, and the notices about them.
import { plural, t } from '@lingui/core/macro';
import { backendTitles, type BackendName } from '../../../core/backend-measurement';
import type { BackendChoice, BackendReport } from '../../../core/engine-api/backend';
import type {
  BackendAbsence,
  BackendNote,
  BackendReason,
  KernelRefusal,
  StageMessage,
} from '../../../core/engine-api/messages';
import type { Failure } from '../../../core/failure';
import { countText, millisecondsText } from '../../../core/number-text';
import type { DataFailure } from '../../../core/samples/data-failure';
import { textOf, type WordsFor } from '../../../core/words-for';
import { dataFailureText } from '../../datasets/words';
import type { StopCause, Verdict } from '../restart-policy';

const stages: WordsFor<StageMessage> = {
  'stage.starting': () => t`Starting the engine`,
  'stage.restarting': () => t`Restarting the engine`,
  'stage.choosing-backend': () => t`Looking for the fastest backend`,
  'stage.measuring-backend': ({ backend }) =>
    t`Measuring which backend is fastest: ${{ backend: backendTitles[backend] }}`,
  'stage.changing-backend': () => t`Changing the backend`,
  'stage.reading-data': () => t`Reading the data set`,
  'stage.building-network': () => t`Building the network`,
  'stage.warming-up': () => t`Warming up: compiling the training step`,
  'stage.ready': () => t`Ready`,
};

/** A few words for the status line. */
export function stageText(message: StageMessage): string {
  return textOf(stages, message);
}

const absences: WordsFor<BackendAbsence> = {
  'absent.no-offscreen-canvas': () => t`no OffscreenCanvas`,
  'absent.no-webgl2': () => t`no WebGL 2`,
  'absent.no-webgpu': () => t`this browser has no WebGPU`,
  'absent.no-adapter': () => t`this browser found no graphics adapter for it`,
  'absent.no-answer': () => t`the browser did not answer in time`,
  'absent.no-wasm': () => t`no WebAssembly`,
  'absent.lost': () => t`the graphics card was lost`,
  'absent.error': ({ detail }) => detail,
};

const reasons: WordsFor<BackendReason> = {
  'backend.chosen': () => t`chosen by you`,
  'backend.fastest': () => t`fastest here`,
  'backend.gpu': () => 'GPU',
  'backend.no-gpu': ({ simd }) => (simd ? t`no GPU found` : t`no GPU found, no SIMD`),
  'backend.no-webgl': ({ why, simd }) =>
    simd ? textOf(absences, why) : t`${{ why: textOf(absences, why) }}, no SIMD`,
  'backend.no-wasm': () => t`no WebAssembly`,
  'backend.cannot-run': ({ backend }) => t`${{ backend: backendTitles[backend] }} cannot run here`,
  'backend.did-not-start': ({ backends }) => t`${{ backends: titlesOf(backends) }} did not start`,
  'backend.no-fast-kernels': () => t`no fast kernels`,
};

/** A few words for the badge: why this backend. */
export function backendReasonText(reason: BackendReason): string {
  return textOf(reasons, reason);
}

const refusals: WordsFor<KernelRefusal> = {
  'kernels.other-backend': () => t`another backend is in use`,
  'kernels.tfjs-version': ({ version }) => t`they need TensorFlow.js 4.22, this is ${version}`,
  'kernels.no-simd': () => t`this browser has no WebAssembly SIMD`,
  'kernels.threaded-tfjs': () => t`TensorFlow.js runs with threads of its own`,
  'kernels.no-webgl2': () => t`there is no WebGL 2`,
  'kernels.no-float32': () => t`the graphics card does not draw 32-bit floats`,
  'kernels.not-loaded': ({ detail }) => t`they could not be loaded: ${detail}`,
};

const notes: WordsFor<BackendNote> = {
  'note.cannot-run': ({ backend, why }) =>
    t`${{ backend: backendTitles[backend] }} cannot run here: ${{ why: textOf(absences, why) }}.`,
  'note.webgl': ({ renderer }) => t`Runs on WebGL: ${{ renderer: renderer || t`unknown renderer` }}.`,
  'note.webgpu': ({ adapter, software }) =>
    software
      ? t`Runs on WebGPU: ${{ adapter: adapter || t`unknown adapter` }}, which is software, not a graphics card: slow.`
      : t`Runs on WebGPU: ${{ adapter: adapter || t`unknown adapter` }}.`,
  'note.wasm': ({ simd, renderer }) =>
    sentences(
      simd
        ? t`Runs in WebAssembly with SIMD on the processor.`
        : t`Runs in WebAssembly without SIMD on the processor.`,
      renderer !== null && t`The WebGL renderer here is ${{ renderer: renderer || t`unknown` }}.`,
    ),
  'note.cpu': () => t`Runs in plain JavaScript on the processor: slow.`,
  'note.measured': ({ stepMs }) =>
    t`Auto measured a training step of the default network here: ${{ stepMs: measuredText(stepMs) }}.`,
  'note.webgl-kernels': () => t`Hourglass’s own kernels are in use.`,
  'note.webgpu-kernels': () => t`Hourglass’s own kernels are in use.`,
  'note.wasm-kernels': ({ relaxed, threads, isolated }) =>
    sentences(
      t`Hourglass’s own kernels are in use (${{ simd: relaxed ? t`relaxed SIMD` : 'SIMD' }}, ${{ threads: plural(threads, { one: '# thread', other: '# threads' }) }}).`,
      !isolated && t`Only one core is used: this page was not served with the headers that threads need.`,
    ),
  'note.no-kernels': ({ backend, why }) =>
    sentences(
      t`Slower than it could be: Hourglass’s own kernels cannot be used here (${{ why: textOf(refusals, why) }}), so those of TensorFlow.js are used.`,
      backend === 'wasm' && t`They cannot train convolutional networks.`,
    ),
};

function sentences(...some: readonly (string | false)[]): string {
  return some.filter((sentence) => sentence !== false).join(' ');
}

/** What the tooltip says of the backend. */
export function backendNotesText({ notes: told }: Pick<BackendReport, 'notes'>): string {
  return told.map((note) => textOf(notes, note)).join(' ');
}

/** Fastest first. */
function measuredText(stepMs: Extract<BackendNote, { code: 'note.measured' }>['stepMs']): string {
  const entries = Object.entries(stepMs) as [BackendName, number | null][];
  return entries
    .sort(([, a], [, b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([name, ms]) => `${backendTitles[name]} ${ms === null ? t`timed out` : millisecondsText(ms)}`)
    .join(', ');
}

const failures: WordsFor<Exclude<Failure, DataFailure>> = {
  'engine.context-lost': () => t`The graphics context was lost.`,
  'engine.work-refused': ({ backend, detail }) =>
    t`${{ backend: backendTitles[backend] }} refused a piece of the work: ${detail}`,
  'engine.no-convolution-gradient': ({ backend }) =>
    t`${{ backend: backendTitles[backend] }} cannot train convolutional networks without Hourglass’s own kernels, which cannot be used here.`,
  'engine.no-backend': ({ tried }) => t`No backend could be started (tried ${{ tried: titlesOf(tried) }}).`,
  'run.other-dataset': ({ dataset, others }) =>
    t`Runs side by side share one data set: this one needs “${dataset}”, the others use “${others}”.`,
  'run.diverged': ({ step }) => t`Training diverged at step ${{ step: countText(step) }}.`,
  'worker.not-loaded': () => t`The worker could not be loaded.`,
  'worker.unreadable-message': () => t`A message from the worker could not be read.`,
  'worker.ended': () => t`The worker has ended.`,
  'worker.silent': () => t`The worker stopped answering while it started.`,
  'analysis.network-changed': () => t`The network changed while its codes were read. Measure again.`,
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
  stopped: t`The engine keeps stopping and was not started again.`,
  restart: t`Restart`,
  failure: t`Something went wrong in the engine.`,
  otherBackend: (choice: BackendChoice) =>
    choice === 'auto'
      ? t`The fastest backend could not be started.`
      : t`${{ backend: backendTitles[choice] }} could not be started.`,
  notKept: t`This browser keeps nothing for the page (a private window, or no space left): sweeps are lost when it is closed.`,
  sweepInterrupted: t`The sweep was interrupted. What it had finished is kept; “Go on” trains the rest.`,
} as const;

const preparing = {
  message: t`Preparing this network is taking a long time.`,
  detail: t`On a slow backend a large network can take minutes. Choose another backend at the top, or fewer filters or layers.`,
} as const;

/** What takes so long, by the stage of the run. */
export const slowTexts = {
  backend: {
    message: t`The engine is slow to start.`,
    detail: t`It should take a few seconds. Choose another backend at the top, or reload the page.`,
  },
  data: {
    message: t`No data has arrived for 10 seconds.`,
    detail: t`The server or the connection is slow. A file that does not arrive is asked for again, and named here if it never does.`,
  },
  network: preparing,
  'warm-up': preparing,
} as const;

/**
 * Why the engine was restarted, from where and on what.
 * @param step of the checkpoint that the run resumes from; 0 without a checkpoint
 */
export function restartedText(cause: StopCause, to: Verdict['backend'], step: number): string {
  const where = step > 0 ? t`from step ${{ step: countText(step) }}` : t`from the beginning`;
  const stopped = t`The engine stopped and was restarted ${where}.`;
  const texts = {
    'context-lost':
      to === 'wasm'
        ? t`The graphics card dropped the page again, so it was restarted ${where} on WebAssembly, which needs no graphics card.`
        : t`The graphics card dropped the page and the engine was restarted ${where}.`,
    refused:
      to === 'cpu'
        ? t`WebAssembly cannot train this network here: the engine was restarted ${where} in plain JavaScript, which can, but slowly.`
        : t`The graphics card cannot compute this network: the engine was restarted ${where} on WebAssembly, which needs no graphics card.`,
    died: stopped,
    internal: stopped,
  } satisfies Record<StopCause, string>;
  return texts[cause];
}
