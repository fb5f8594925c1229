// Filling holes, and taking the noise out of sound.
import { t } from '@lingui/core/macro';
import { controlTexts } from '../../../core/experiment/control-texts';
import type { GlossaryEntry } from '../entry';

export const repairing = {
  inpainting: {
    term: t`Inpainting`,
    sentence: t`Filling in a part of a sample that is missing, from the rest and from what samples look like.`,
    places: [{ view: 'inpainting' }],
    sources: ['pathak2016', 'yu2019'],
    related: ['mask', 'masking-noise', 'denoising', 'nearest-neighbour'],
    alsoCalled: t`hole filling, completion`,
  },
  mask: {
    term: t({ message: 'Mask', comment: 'says of every pixel whether it is missing' }),
    sentence: t`Marks which values are missing; the network may be given it as one more channel, and the loss may give those values more weight.`,
    effect: controlTexts.maskInput.summary,
    formula: controlTexts.holeWeight.formula,
    places: [
      { view: 'inpainting', control: t`Damage` },
      { view: 'train', control: controlTexts.maskInput.label },
    ],
    sources: ['pathak2016', 'yu2019'],
    related: ['inpainting', 'masking-noise', 'corruption'],
    alsoCalled: t`hole`,
  },
  spectrogram: {
    term: t`Spectrogram`,
    sentence: t`A picture of sound: time to the right, pitch upwards, and how strong each pitch is at each moment as brightness.`,
    formula: String.raw`\bigl| \textstyle\sum_k w_k\, x_{s + k}\, e^{-2 \pi i f k / N} \bigr|`,
    places: [{ view: 'sound' }],
    sources: ['boll1979'],
    related: ['snr', 'spectral-gate', 'wiener-filter'],
    alsoCalled: t`short-time Fourier transform, STFT`,
  },
  snr: {
    term: t`Signal-to-noise ratio`,
    sentence: t`How much stronger the clean signal is than what differs from it, in decibels: 0 is as strong, 10 is ten times the power, 20 a hundred times.`,
    formula: String.raw`10 \log_{10} \frac{\sum_t s_t^2}{\sum_t (s_t - \hat s_t)^2}`,
    places: [
      { view: 'sound', control: t`Input SNR` },
      { view: 'sound', control: t`SNR after` },
    ],
    sources: ['ephraim1984'],
    related: ['spectrogram', 'wiener-filter', 'denoising', 'mean-squared-error'],
    alsoCalled: t`SNR, decibel`,
  },
  'spectral-gate': {
    term: t`Spectral gate`,
    sentence: t`A denoiser of sound that silences every part of the spectrogram that is not clearly louder than the noise usually is.`,
    places: [{ view: 'sound', control: t`SNR of the spectral gate` }],
    sources: ['boll1979'],
    related: ['wiener-filter', 'spectrogram', 'snr', 'baseline'],
    alsoCalled: t`noise gate, noise reduction`,
  },
  'wiener-filter': {
    term: t`Wiener filter`,
    sentence: t`A denoiser of sound that scales each part of the spectrogram by the share of it that is estimated to be signal; the best linear one where that share is known.`,
    formula: String.raw`\hat S = \tfrac{\xi}{1 + \xi}\, Y`,
    places: [{ view: 'sound', control: t`SNR of the Wiener filter` }],
    sources: ['wiener1949', 'ephraim1984'],
    related: ['spectral-gate', 'linear-denoiser', 'snr', 'baseline'],
  },
} satisfies Record<string, GlossaryEntry>;
