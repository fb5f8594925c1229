// The reconstruction loss, its gradient, and the gradient through an activation (assembly/losses.ts).
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { kindOf } from '../../../../catalog/kinds/kind';
import {
  ActivationGradient,
  ReconstructionLoss,
  ReconstructionLossGradient,
  type ActivationGradientAttrs,
  type ReconstructionLossAttrs,
} from '../../training-kernels';
import { activationCodes } from '../layers/activation-kernels';
import { addressOf, type KernelModule } from '../kernel-module';
import { addKernel } from '../kernel-registration';
import { commonSize } from './elementwise-size';

/** The losses that the kernels can compute, with their codes in assembly/losses.ts. */
const lossCodes = { mse: 0, mae: 1, bce: 2 };

interface LossInputs {
  target: TensorInfo;
  logits: TensorInfo;
}

/** Installs the three kernels; returns a function that removes them. */
export function installLossKernels({ backend, exports, recorder, withMemory }: KernelModule): () => void {
  const at = (tensor: TensorInfo) => addressOf(backend, tensor);
  const remove = [
    addKernel<LossInputs, ReconstructionLossAttrs>(
      ReconstructionLoss,
      ({ inputs: { target, logits }, attrs }) => {
        const count = commonSize(ReconstructionLoss, target, logits);
        const out = backend.makeOutput([], 'float32');
        const code = kindOf(lossCodes, attrs.loss);
        recorder.write(out, () => {
          withMemory(exports.lossScratchBytes(count), (scratch) => {
            exports.reconstructionLoss(code, attrs.sigmoid, count, at(target), at(logits), at(out), scratch);
          });
        });
        return out;
      },
      lossCodes,
    ),
    addKernel<LossInputs & { dy: TensorInfo }, ReconstructionLossAttrs>(
      ReconstructionLossGradient,
      ({ inputs: { target, logits, dy }, attrs }) => {
        const count = commonSize(ReconstructionLossGradient, target, logits);
        const out = backend.makeOutput(logits.shape, 'float32');
        const code = kindOf(lossCodes, attrs.loss);
        recorder.write(out, () => {
          const from = [at(target), at(logits), at(dy)] as const;
          exports.reconstructionLossGradient(code, attrs.sigmoid, count, ...from, at(out));
        });
        return out;
      },
      lossCodes,
    ),
    addKernel<{ dy: TensorInfo; y: TensorInfo }, ActivationGradientAttrs>(
      ActivationGradient,
      ({ inputs: { dy, y }, attrs }) => {
        const count = commonSize(ActivationGradient, dy, y);
        const out = backend.makeOutput(y.shape, 'float32');
        recorder.write(out, () => {
          exports.activationGradient(activationCodes[attrs.activation], count, at(dy), at(y), at(out));
        });
        return out;
      },
    ),
  ];
  return () => remove.forEach((undo) => undo());
}
