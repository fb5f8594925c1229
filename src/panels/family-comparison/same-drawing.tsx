// One drawing through all four, while the stroke is being drawn. It is the drawing of the Train workspace.
import { useState } from 'react';
import { datasets } from '../../catalog/datasets/registry';
import { families, type FamilyId } from '../../catalog/families/registry';
import { lossText } from '../../core/number-text';
import { imageSize } from '../../core/samples';
import { draw, drawnInk, lookAt } from '../../session/actions';
import { familyIds } from '../../session/comparison-experiments';
import { comparisonStore } from '../../session/comparison-store';
import { useExperiment } from '../../session/experiment-store';
import { useSelection } from '../../session/selection-store';
import { TextButton } from '../../ui/controls/buttons';
import { Card } from '../../ui/controls/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { DrawingPad } from '../../ui/pad/drawing-pad';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import { FamilyScope } from './family-scope';
import { meanSquaredError } from '../../core/squared-error';
import styles from './same-drawing.module.css';

const lookAtDrawing = () => lookAt('drawing');

export function SameDrawing() {
  useInViewEffect(lookAtDrawing);
  const [clears, setClears] = useState(0);
  const hasDrawing = useSelection((selection) => selection.hasDrawing);
  const hint = useExperiment(({ dataset }) => datasets[dataset].drawingHint);
  return (
    <Card
      title="The same drawing"
      subtitle="drawn once, rebuilt by all four"
      actions={
        <TextButton label="Clear drawing" disabled={!hasDrawing} onClick={() => setClears(clears + 1)}>
          Clear
        </TextButton>
      }
      className={styles.card}
    >
      <div className={styles.panel}>
        <figure className={styles.pad}>
          <DrawingPad label="Drawing" hint={hint} clearSignal={clears} initialInk={drawnInk()} onInk={draw} />
        </figure>
        <div className={styles.answers}>
          {familyIds.map((id) => (
            <Answer key={id} family={id} />
          ))}
        </div>
      </div>
    </Card>
  );
}

function Answer({ family }: { family: FamilyId }) {
  const answer = useWhileInView(comparisonStore, (state) => state.runs?.[family].run.drawing ?? null);
  const shape = useWhileInView(comparisonStore, (state) => state.runs?.[family].run.facts?.sampleShape);
  const size = shape && imageSize(shape);
  const { label } = families[family];
  return (
    <FamilyScope family={family}>
      <figure className={styles.answer}>
        {answer && size ? (
          <PixelImage label={`Drawing through ${label}`} values={answer.reconstructed} {...size} />
        ) : (
          <div className={styles.nothing} />
        )}
        <figcaption>
          <span className={styles.family}>{label}</span>
          <span className={styles.mse}>
            {answer ? `MSE ${lossText(meanSquaredError(answer.reconstructed, answer.original))}` : '—'}
          </span>
        </figcaption>
      </figure>
    </FamilyScope>
  );
}
