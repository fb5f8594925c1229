// The hourglass of the chosen experiment, with one image flowing through it.
import { useMemo } from 'react';
import { activations as activationChoices } from '../../catalog/activations/registry';
import { architectures } from '../../catalog/architectures/registry';
import { ranges, type Experiment } from '../../core/experiment';
import { otherStepText } from '../../core/number-text';
import { imageSize, type SampleShape } from '../../core/samples';
import { changeExperiment } from '../../session/actions';
import { useExperiment } from '../../session/experiment-store';
import { useRun } from '../../session/run-store';
import { Card } from '../../ui/controls/card';
import { HourglassDiagram } from '../../ui/hourglass/hourglass-diagram';
import { PixelImage } from '../../ui/pixel-image/pixel-image';
import styles from './architecture-diagram.module.css';

export function ArchitectureDiagram() {
  const shape = useRun((run) => run.facts?.sampleShape);
  const message = useRun((run) => run.stageMessage);
  return (
    <Card title="Architecture diagram" titleHidden className={styles.card}>
      <DiagramStep />
      {shape ? <Hourglass shape={shape} /> : <p className={styles.building}>{message} …</p>}
    </Card>
  );
}

function DiagramStep() {
  const text = useRun((run) => run.snapshot && otherStepText(run.snapshot.step, run.step));
  return <span className={styles.step}>{text}</span>;
}

function Hourglass({ shape }: { shape: SampleShape }) {
  const experiment = useExperiment((chosen) => chosen);
  const snapshot = useRun((run) => run.snapshot);
  const { architecture, hidden, codeSize, activation } = experiment;
  const layers = useMemo(() => {
    const widths = architectures[architecture].widths({ hidden, codeSize }, shape);
    return widths.map((width, index) => ({
      width,
      label: layerName({ hidden, activation }, index),
      activations: shownActivations(snapshot?.activations, widths, index),
    }));
  }, [architecture, hidden, codeSize, activation, shape, snapshot]);
  return (
    <HourglassDiagram
      layers={layers}
      bottleneckIndex={hidden.length + 1}
      codeSize={codeSize}
      minCode={ranges.codeSize.min}
      maxCode={ranges.codeSize.max}
      onCodeSizeChange={(value) => changeExperiment({ codeSize: value })}
      input={<EndPicture label="Input image" values={snapshot?.activations[0]} shape={shape} />}
      output={<EndPicture label="Output image" values={snapshot?.activations.at(-1)} shape={shape} />}
    />
  );
}

/** The activations of a layer, unless the snapshot is of a network with other layers (the next one is on its way). */
function shownActivations(
  activations: readonly Float32Array[] | undefined,
  widths: readonly number[],
  index: number,
): Float32Array | null {
  const values = activations?.length === widths.length ? activations[index] : undefined;
  return values !== undefined && values.length === widths[index] ? values : null;
}

function layerName({ hidden, activation }: Pick<Experiment, 'hidden' | 'activation'>, index: number): string {
  const code = hidden.length + 1;
  if (index === 0) return 'Input';
  if (index === code) return 'Code, the bottleneck (linear)';
  if (index === 2 * code) return 'Output (sigmoid)';
  const { label } = activationChoices[activation];
  return index < code
    ? `Hidden layer ${index} of the encoder (${label})`
    : `Hidden layer ${index - code} of the decoder (${label})`;
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
