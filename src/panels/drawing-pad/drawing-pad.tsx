// A drawing of the person's own on its way through the network, while the stroke is being drawn.
import { useMemo, useState } from 'react';
import { activeThresholds } from '../../catalog/activations/registry';
import { datasets } from '../../catalog/datasets/registry';
import { countText, otherStepText } from '../../core/number-text';
import { imageSize, sampleSize, type SampleShape } from '../../core/samples';
import { draw, drawnInk, lookAt } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { runStore } from '../../session/run-store';
import { useSelection } from '../../session/selection-store';
import { CodeBars } from '../../ui/bars/code-bars';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { DrawingPad as Pad } from '../../ui/pad/drawing-pad';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './drawing-pad.module.css';

const lookAtDrawing = () => lookAt('drawing');

export function DrawingPad() {
  useInViewEffect(lookAtDrawing);
  const [clears, setClears] = useState(0);
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  const hint = useExperiment(({ dataset }) => datasets[dataset].drawingHint);
  return (
    <Card
      title="Drawing pad"
      subtitle={<Subtitle />}
      actions={
        <TextButton label="Clear drawing" disabled={!hasDrawing} onClick={() => setClears(clears + 1)}>
          Clear
        </TextButton>
      }
      className={styles.card}
    >
      <div className={styles.panel}>
        <div className={styles.pictures}>
          <figure>
            <Pad label="Drawing" hint={hint} clearSignal={clears} initialInk={drawnInk()} onInk={draw} />
            <figcaption>Drawn</figcaption>
          </figure>
          <Answer />
        </div>
        <Code />
      </div>
    </Card>
  );
}

function Subtitle() {
  const step = useWhileInView(runStore, (run) => run.drawing && otherStepText(run.drawing.step, run.step));
  return <>{step}</>;
}

const unknownShape: SampleShape = [1, 1, 1];

function Answer() {
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape) ?? unknownShape;
  const answer = useWhileInView(runStore, (run) => run.drawing);
  const hasNoise = useExperiment(({ noise }) => noise !== 'none');
  const size = imageSize(shape) ?? { height: 1, width: 1, channels: 1 };
  const nothing = useMemo(() => new Float32Array(sampleSize(shape)), [shape]);
  return (
    <>
      <figure>
        <PixelImage label="Noisy drawing" values={answer?.noisy ?? nothing} {...size} />
        <figcaption>{hasNoise ? 'Noisy' : 'As the network sees it'}</figcaption>
      </figure>
      <figure>
        <PixelImage label="Reconstructed drawing" values={answer?.reconstructed ?? nothing} {...size} />
        <figcaption>Reconstructed</figcaption>
      </figure>
    </>
  );
}

function Code() {
  const answer = useWhileInView(runStore, (run) => run.drawing);
  const codeSize = useExperiment((experiment) => experiment.codeSize);
  const isGaussian = useExperiment(({ codeKind }) => codeKind === 'gaussian');
  const threshold = useExperiment(({ codeActivation }) => activeThresholds[codeActivation]);
  return (
    <div className={styles.code}>
      {answer ? (
        <CodeBars
          label="Code of the drawing"
          values={answer.code}
          deviations={answer.codeDeviation}
          threshold={threshold}
        />
      ) : (
        <p className={styles.empty}>{emptyText(codeSize, isGaussian)}</p>
      )}
    </div>
  );
}

function emptyText(codeSize: number, isGaussian: boolean): string {
  const count = countText(codeSize);
  if (isGaussian) {
    return codeSize === 1
      ? 'The mean and the spread a drawing becomes appear here.'
      : `The ${count} means and spreads a drawing becomes appear here.`;
  }
  return codeSize === 1
    ? 'The number a drawing is squeezed into appears here.'
    : `The ${count} numbers a drawing is squeezed into appear here.`;
}
