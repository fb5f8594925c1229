// The hourglass of the chosen experiment, with one image flowing through it.
import { useMemo } from 'react';
import { widthOf, type NetworkPlan } from '../../catalog/architectures/plan';
import { networkPlan } from '../../catalog/architectures/registry';
import { ranges } from '../../core/experiment';
import { countText, otherStepText } from '../../core/number-text';
import { longestCode } from '../../core/rules';
import { imageSize, sampleSize, type SampleShape } from '../../core/samples';
import { changeExperiment, lookAt } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { runStore } from '../../session/run-store';
import { Card } from '../../ui/controls/card';
import { HourglassDiagram } from '../../ui/hourglass/hourglass-diagram';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './architecture-diagram.module.css';
import { boundaryName, compressionText } from './diagram-words';

const lookAtPictures = () => lookAt('pictures');

export function ArchitectureDiagram() {
  useInViewEffect(lookAtPictures);
  const shape = useWhileInView(runStore, (run) => run.facts?.sampleShape);
  const message = useWhileInView(runStore, (run) => run.stageMessage);
  return (
    <Card title="Architecture diagram" titleHidden className={styles.card}>
      <DiagramStep />
      {shape ? <Hourglass shape={shape} /> : <p className={styles.building}>{message} …</p>}
    </Card>
  );
}

function DiagramStep() {
  const text = useWhileInView(runStore, (run) => run.snapshot && otherStepText(run.snapshot.step, run.step));
  return <span className={styles.step}>{text}</span>;
}

function Hourglass({ shape }: { shape: SampleShape }) {
  const experiment = useExperiment((chosen) => chosen);
  const snapshot = useWhileInView(runStore, (run) => run.snapshot);
  const parameters = useWhileInView(runStore, (run) => run.facts?.parameters);
  const plan = useMemo(() => networkPlan(experiment, shape), [experiment, shape]);
  const layers = useMemo(
    () =>
      plan.boundaries.map((boundary, index) => ({
        shape: boundary,
        label: boundaryName(plan, index),
        activations: shownActivations(snapshot?.activations, plan, index),
        hasSpread: index === plan.codeBoundary && experiment.codeKind === 'gaussian',
      })),
    [plan, snapshot, experiment.codeKind],
  );
  return (
    <HourglassDiagram
      layers={layers}
      bottleneckIndex={plan.codeBoundary}
      codeSize={experiment.codeSize}
      minCode={ranges.codeSize.min}
      maxCode={longestCode(experiment)}
      onCodeSizeChange={(value) => changeExperiment({ codeSize: value })}
      input={<EndPicture label="Input image" values={snapshot?.activations[0]} shape={shape} />}
      output={<EndPicture label="Output image" values={snapshot?.activations.at(-1)} shape={shape} />}
      compression={compressionText(sampleSize(shape), experiment.codeSize)}
      size={parameters !== undefined && `${countText(parameters)} parameters`}
    />
  );
}

/** The activations of a layer, unless the snapshot is of a network with other layers (the next one is on its way). */
function shownActivations(
  activations: readonly Float32Array[] | undefined,
  { boundaries }: NetworkPlan,
  index: number,
): Float32Array | null {
  const values = activations?.length === boundaries.length ? activations[index] : undefined;
  return values !== undefined && values.length === widthOf(boundaries[index] ?? []) ? values : null;
}

interface EndPictureProps {
  label: string;
  values: Float32Array | undefined;
  shape: SampleShape;
}

function EndPicture({ label, values, shape }: EndPictureProps) {
  const size = imageSize(shape);
  if (size === null) return null;
  if (values === undefined) return <div className={styles.blank} />;
  return <PixelImage label={label} values={values} {...size} />;
}
