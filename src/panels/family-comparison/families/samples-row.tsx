// Samples decoded from random codes, and what these were drawn from.
import type { SampleShape } from '../../../core/samples/samples';
import { sampleCount } from '../../../session/comparison/trial/trial-state';
import { ExplainedLabel } from '../../../ui/explanation/explained-label';
import { Tooltip } from '../../../ui/explanation/tooltip';
import { sampleAspect } from '../../../ui/sample/looks';
import { SampleRow } from '../../../ui/sample/sample-row';
import type { SamplesText } from '../words';
import styles from './family-card.module.css';
import { useSampleText } from '../../../session/hooks/datasets/use-dataset';

interface SamplesRowProps {
  /** Accessible name. */
  label: string;
  /** `[sampleCount, sampleSize]`; null until there are any. */
  images: Float32Array | null;
  shape: SampleShape | undefined;
  /** What they were drawn from. */
  from: SamplesText;
  /** The step of the weights, where it is another than the run's. */
  step?: string | null | undefined;
}

/** Nothing until the shape is known. */
export function SamplesRow({ label, images, shape, from, step }: SamplesRowProps) {
  const say = useSampleText();
  if (!shape) return null;
  return (
    <figure className={styles.samples}>
      <Tooltip text={say(from.explanation)}>
        <figcaption className={styles.source}>
          <ExplainedLabel>{step ? `${from.short}, ${step}` : from.short}</ExplainedLabel>
        </figcaption>
      </Tooltip>
      {images ? (
        <SampleRow label={label} info={{ shape }} values={images} columns={sampleCount} />
      ) : (
        <div className={styles.noSamples} style={{ aspectRatio: sampleCount * sampleAspect(shape) }} />
      )}
    </figure>
  );
}
