// The lessons, in the order in which they build on each other.
import { autoencoder } from './first/autoencoder';
import { bottleneck } from './first/bottleneck';
import { encoderDecoder } from './first/encoder-decoder';
import { reconstructionError } from './first/reconstruction-error';
import { denoising } from './kinds/denoising';
import { depthWidth } from './kinds/depth-width';
import { pcaLesson } from './kinds/pca';
import { sparse } from './kinds/sparse';
import { variational } from './kinds/variational';
import type { Lesson } from './lesson';
import { anomaliesLesson } from './uses/anomalies';
import { beyondImages } from './uses/beyond-images';
import { inpaintingLesson } from './uses/inpainting';
import { limitsLesson } from './uses/limits';

export const lessons: readonly Lesson[] = [
  autoencoder,
  encoderDecoder,
  reconstructionError,
  bottleneck,
  pcaLesson,
  depthWidth,
  sparse,
  denoising,
  variational,
  anomaliesLesson,
  inpaintingLesson,
  limitsLesson,
  beyondImages,
];

export function lessonOf(id: string): Lesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}
