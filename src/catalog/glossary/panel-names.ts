// What panels and read-outs that several terms point to are called on the screen.
import { t } from '@lingui/core/macro';

export const diagram = t`Architecture diagram`;
export const reconstructions = t`Reconstructions`;
export const latentSpace = t`Latent space`;
export const lossCurves = t`Loss curves`;
export const codeMap = t`Code map`;
export const testMse = t`Test MSE`;
export const trainButton = t({ message: 'Train', comment: 'button that starts training' });
