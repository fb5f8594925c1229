// What the engine reports for people to read: a code and its parameters, never a sentence. The page has the words
// (`session/engine/words.ts`). A parameter named `detail` is a raw technical text, such as the message of an exception.
import type { BackendMeasurement, BackendName } from '../backend-measurement';

/** What the engine is doing while a person waits. */
export type StageMessage =
  | { code: 'stage.starting' }
  | { code: 'stage.restarting' }
  | { code: 'stage.choosing-backend' }
  | { code: 'stage.measuring-backend'; backend: BackendName }
  | { code: 'stage.changing-backend' }
  | { code: 'stage.reading-data' }
  | { code: 'stage.building-network' }
  | { code: 'stage.warming-up' }
  | { code: 'stage.ready' };

/** Why a backend cannot be used in this browser. */
export type BackendAbsence =
  | { code: 'absent.no-offscreen-canvas' }
  | { code: 'absent.no-webgl2' }
  | { code: 'absent.no-webgpu' }
  | { code: 'absent.no-adapter' }
  | { code: 'absent.no-answer' }
  | { code: 'absent.no-wasm' }
  /** WebGL's context or WebGPU's device was lost. */
  | { code: 'absent.lost' }
  /** It refused a piece of work, or failed to start. */
  | { code: 'absent.error'; detail: string };

/** Why this backend and no other. `simd`: whether WebAssembly has SIMD instructions here. */
export type BackendReason =
  | { code: 'backend.chosen' }
  | { code: 'backend.fastest' }
  | { code: 'backend.gpu' }
  | { code: 'backend.no-gpu'; simd: boolean }
  | { code: 'backend.no-webgl'; why: BackendAbsence; simd: boolean }
  | { code: 'backend.no-wasm' }
  | { code: 'backend.cannot-run'; backend: BackendName }
  | { code: 'backend.did-not-start'; backends: readonly BackendName[] }
  | { code: 'backend.no-fast-kernels' };

/** Why Hourglass’s own kernels are not in use. */
export type KernelRefusal =
  | { code: 'kernels.other-backend' }
  | { code: 'kernels.tfjs-version'; version: string }
  | { code: 'kernels.no-simd' }
  | { code: 'kernels.threaded-tfjs' }
  | { code: 'kernels.no-webgl2' }
  | { code: 'kernels.no-float32' }
  | { code: 'kernels.not-loaded'; detail: string };

/** A fact about the backend in use. */
export type BackendNote =
  | { code: 'note.cannot-run'; backend: BackendName; why: BackendAbsence }
  | { code: 'note.webgl'; renderer: string | null }
  | { code: 'note.webgpu'; adapter: string | null; software: boolean }
  /** `renderer`: of WebGL, which is there but not in use. */
  | { code: 'note.wasm'; simd: boolean; renderer: string | null }
  | { code: 'note.cpu' }
  | { code: 'note.measured'; stepMs: BackendMeasurement['stepMs'] }
  | { code: 'note.webgl-kernels' }
  | { code: 'note.webgpu-kernels' }
  /** `isolated`: the page may share memory between threads. */
  | { code: 'note.wasm-kernels'; relaxed: boolean; threads: number; isolated: boolean }
  | { code: 'note.no-kernels'; backend: 'wasm' | 'webgl' | 'webgpu'; why: KernelRefusal };
