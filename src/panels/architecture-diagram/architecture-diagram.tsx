// The network of the current experiment as an hourglass, with the activations of one image.
import { t } from '@lingui/core/macro';
import { Maximize2 } from 'lucide-react';
import { useMemo } from 'react';
import { layerExplanations } from '../../catalog/architectures/layer-explanations';
import { narrowestLayer, widthOf, type NetworkPlan } from '../../catalog/architectures/plan';
import { networkPlan } from '../../catalog/architectures/registry';
import { ranges } from '../../core/experiment/experiment';
import type { TermId } from '../../core/glossary/term-id';
import { countText, otherStepText } from '../../core/number-text';
import { longestCode } from '../../core/experiment/rules';
import type { DatasetInfo } from '../../core/samples/dataset-info';
import { sampleWords } from '../../core/samples/words/sample-words';
import { sampleSize } from '../../core/samples/samples';
import { missingTexts } from '../../session/datasets/words';
import { stageText } from '../../session/engine/notices/words';
import { lacksDataset } from '../../session/main-run/missing-data';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useIsOpen } from '../../session/hooks/shared-link/use-part';
import { useExperiment } from '../../session/hooks/use-experiment';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { Later } from '../../ui/boundary/later/later';
import { Card } from '../../ui/controls/card/card';
import { HourglassDiagram } from '../../ui/hourglass/hourglass-diagram';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { sampleAspect } from '../../ui/sample/looks';
import { SamplePicture } from '../../ui/sample/sample-picture';
import styles from './architecture-diagram.module.css';
import { boundaryName, compressionText, roleOf } from './words';

const looksAt = ['pictures'] as const;
const openTexts = { short: t`Look inside`, full: t`Look inside: open the network` };

/** @param networkHref where the network is opened; a layer of it stands below */
export function ArchitectureDiagram({ networkHref }: { networkHref: string }) {
  useInViewEffect(useLookAt(looksAt));
  const info = useDataset();
  const message = useWhileInView(useRunStore(), (run) =>
    lacksDataset(run) ? missingTexts.arrival : `${stageText(run.stageMessage)}…`,
  );
  const building = <p className={styles.building}>{message}</p>;
  return (
    <Card
      title={t`Architecture diagram`}
      explanation={t`The layers of the network from input to output, with the activations of one sample. The waist is the code: drag it to change its size.`}
      term="autoencoder"
      titleHidden
      computes="layers"
      className={styles.card}
    >
      <DiagramStep />
      <a
        className={styles.open}
        href={networkHref}
        aria-label={openTexts.full}
        title={openTexts.full}
        aria-keyshortcuts="n"
        data-picture="omit"
      >
        <span>{openTexts.short}</span>
        <Maximize2 size={11} aria-hidden="true" />
      </a>
      {info ? (
        <Later meanwhile={building}>
          <Hourglass info={info} networkHref={networkHref} />
        </Later>
      ) : (
        building
      )}
    </Card>
  );
}

function DiagramStep() {
  const text = useWhileInView(
    useRunStore(),
    (run) => run.snapshot && otherStepText(run.snapshot.step, run.step),
  );
  return <span className={styles.step}>{text}</span>;
}

function Hourglass({ info, networkHref }: { info: DatasetInfo; networkHref: string }) {
  const { shape, kind } = info;
  const { one } = sampleWords(kind);
  const { run } = useSession();
  const experiment = useExperiment((chosen) => chosen);
  const mayChange = useIsOpen('codeSize', 'section.model');
  const snapshot = useWhileInView(useRunStore(), (run) => run.snapshot);
  const parameters = useWhileInView(useRunStore(), (run) => run.facts?.parameters);
  const plan = useMemo(() => networkPlan(experiment, shape), [experiment, shape]);
  const layers = useMemo(
    () =>
      plan.boundaries.map((boundary, index) => ({
        shape: boundary,
        label: boundaryName(plan, index),
        ...explanationOf(plan, index),
        activations: shownActivations(snapshot?.activations, plan, index),
        hasSpread: index === plan.codeBoundary && experiment.codeKind === 'gaussian',
      })),
    [plan, snapshot, experiment.codeKind],
  );
  return (
    <HourglassDiagram
      layers={layers}
      bottleneckIndex={plan.codeBoundary}
      isWaist={narrowestLayer(plan).boundary === plan.codeBoundary}
      codeSize={experiment.codeSize}
      minCode={ranges.codeSize.min}
      maxCode={longestCode(experiment)}
      layerHref={(index) =>
        index > 0 && index < layers.length - 1 ? `${networkHref}/${index}` : networkHref
      }
      onCodeSizeChange={mayChange ? (value) => run.change({ codeSize: value }) : null}
      input={<EndPicture label={t`Input ${one}`} values={snapshot?.activations[0]} info={info} />}
      output={<EndPicture label={t`Output ${one}`} values={snapshot?.activations.at(-1)} info={info} />}
      compression={compressionText(sampleSize(shape), experiment.codeSize, narrowestLayer(plan).width)}
      size={parameters !== undefined && t`${{ parameters: countText(parameters) }} parameters`}
    />
  );
}

function explanationOf(plan: NetworkPlan, index: number): { explanation: string; term: TermId } {
  const { text, term } = layerExplanations[roleOf(plan, index)];
  return { explanation: text, term };
}

/** The activations of a layer; null if the snapshot still shows a network with different layers. */
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
  info: DatasetInfo;
}

function EndPicture({ label, values, info }: EndPictureProps) {
  if (values?.length !== sampleSize(info.shape)) {
    return <div className={styles.blank} style={{ aspectRatio: sampleAspect(info.shape) }} />;
  }
  return <SamplePicture label={label} info={info} values={values} />;
}
