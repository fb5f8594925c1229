// The Gaussian code and the sparsity penalties with their gradients (assembly/code-kernels.ts).
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../../catalog/kinds/kind';
import { activationMargin } from '../../../../catalog/sparsity/kl';
import {
  GaussianCode,
  GaussianCodeGradient,
  SparsityPenalty,
  SparsityPenaltyGradient,
  type SparsityPenaltyAttrs,
} from '../../training-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel } from '../kernel-registration';
import { commonSize } from './elementwise-size';

type CodeInputs = Record<'mean' | 'logVar' | 'noise', TensorInfo>;

/** The penalties that the kernels can compute, with their codes in assembly/code-kernels.ts. */
const penaltyCodes = { l1: 0, kl: 1 };

/** Installs the four kernels; returns a function that removes them. */
export function installCodeKernels(module: KernelModule): () => void {
  const remove = [...addGaussianCode(module), ...addSparsityPenalty(module)];
  return () => remove.forEach((undo) => undo());
}

function addGaussianCode({ backend, exports, recorder, withMemory }: KernelModule): (() => void)[] {
  const at = (tensor: TensorInfo) => addressOf(backend, tensor);
  return [
    addKernel<CodeInputs, object>(GaussianCode, ({ inputs: { mean, logVar, noise } }) => {
      const [rows, columns] = shapeOf(GaussianCode, mean, logVar, noise);
      const code = backend.makeOutput(mean.shape, 'float32');
      const divergence = backend.makeOutput([], 'float32');
      recorder.write([code, divergence], () => {
        withMemory(exports.gaussianScratchBytes(rows * columns), (scratch) => {
          const from = [at(mean), at(logVar), at(noise)] as const;
          exports.gaussianCode(rows, columns, ...from, at(code), at(divergence), scratch);
        });
      });
      return [code, divergence];
    }),
    addKernel<CodeInputs & Record<'dCode' | 'dDivergence', TensorInfo>, object>(
      GaussianCodeGradient,
      ({ inputs: { mean, logVar, noise, dCode, dDivergence } }) => {
        const [rows, columns] = shapeOf(GaussianCodeGradient, mean, logVar, noise, dCode);
        const dMean = backend.makeOutput(mean.shape, 'float32');
        const dLogVar = backend.makeOutput(mean.shape, 'float32');
        recorder.write([dMean, dLogVar], () => {
          const from = [at(mean), at(logVar), at(noise), at(dCode), at(dDivergence)] as const;
          exports.gaussianCodeGradient(rows, columns, ...from, at(dMean), at(dLogVar));
        });
        return [dMean, dLogVar];
      },
    ),
  ];
}

function addSparsityPenalty({ backend, exports, recorder, withMemory }: KernelModule): (() => void)[] {
  const at = (tensor: TensorInfo) => addressOf(backend, tensor);
  return [
    addKernel<Record<'codes', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenalty,
      ({ inputs: { codes }, attrs: { penalty, rho } }) => {
        const [rows, columns] = shapeOf(SparsityPenalty, codes);
        const kind = [kindOf(penaltyCodes, penalty), rho, activationMargin] as const;
        const out = backend.makeOutput([], 'float32');
        recorder.write(out, () => {
          withMemory(exports.sparsityScratchBytes(rows, columns), (scratch) => {
            exports.sparsityPenalty(...kind, rows, columns, at(codes), at(out), scratch);
          });
        });
        return out;
      },
      penaltyCodes,
    ),
    addKernel<Record<'codes' | 'dy', TensorInfo>, SparsityPenaltyAttrs>(
      SparsityPenaltyGradient,
      ({ inputs: { codes, dy }, attrs: { penalty, rho } }) => {
        const [rows, columns] = shapeOf(SparsityPenaltyGradient, codes);
        const kind = [kindOf(penaltyCodes, penalty), rho, activationMargin] as const;
        const out = backend.makeOutput(codes.shape, 'float32');
        recorder.write(out, () => {
          exports.sparsityPenaltyGradient(...kind, rows, columns, at(codes), at(dy), at(out));
        });
        return out;
      },
      penaltyCodes,
    ),
  ];
}

/** `[batch, codeSize]` of all tensors. @throws when they are not float32 of one size */
function shapeOf(kernelName: string, ...tensors: readonly TensorInfo[]): [rows: number, columns: number] {
  const count = commonSize(kernelName, ...tensors);
  const rows = tensors[0]?.shape[0] ?? 1;
  return [rows, count / rows];
}
