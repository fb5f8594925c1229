// The Train workspace: where each panel stands, or what of it is presented to a class.
import { t } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { ArchitectureDiagram } from '../../panels/architecture-diagram/architecture-diagram';
import { Controls } from '../../panels/controls/controls';
import { AddDataButton } from '../../panels/data-import/button/add-data-button';
import { DataArrival } from '../../panels/data-status/data-status';
import { LatentSpace } from '../../panels/latent-map/latent-space';
import { LossCurves } from '../../panels/loss-curves/loss-curves';
import { ReadOuts } from '../../panels/read-outs/read-outs';
import { Reconstructions } from '../../panels/reconstructions/reconstructions';
import { FamilyChoice, GoalLine, StageLine } from '../../panels/transport/transport';
import { useGuideLine } from '../../session/hooks/guide/use-guide-line';
import { useRun } from '../../session/hooks/use-run';
import { useHiddenParts } from '../../session/hooks/shared-link/use-part';
import { usePresentation } from '../../session/page/presentation/presentation';
import { sectionParts, type PanelPart } from '../../session/shared-link/parts';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { lazyInline } from '../../ui/lazy/lazy-inline';
import { TrainingBar } from '../frame/training-bar';
import layout from '../frame/workspace.module.css';
import type { WorkspaceProps } from '../frame/workspace';
import { LazyGuide } from './lazy-guide';
import { networkHref } from './unit-address';
import styles from './train-workspace.module.css';

interface TrainPanel {
  readonly part: PanelPart;
  /** What is said of it when it fails. */
  readonly name: string;
  readonly className: string | undefined;
  readonly Panel: ComponentType;
}

// Nobody draws before the first network is there: the pad comes after it.
const LazyDrawingPad = lazyPart({
  name: t`Drawing pad`,
  load: async () => (await import('../../panels/drawing-pad/drawing-pad')).DrawingPad,
  className: styles.comingPad,
});

function Diagram() {
  return <ArchitectureDiagram networkHref={networkHref} />;
}

const LazyPriorSamples = lazyInline(
  async () => (await import('../../panels/prior-samples/prior-samples')).PriorSamples,
  () => null,
);

/** A network that can invent samples shows some. */
function WithPriorSamples() {
  const isGaussian = useRun(({ experiment }) => experiment.codeKind === 'gaussian');
  return <Reconstructions below={isGaussian && <LazyPriorSamples />} />;
}

const panel = (
  part: PanelPart,
  name: string,
  className: string | undefined,
  Panel: ComponentType,
): TrainPanel => ({ part, name, className, Panel });

const panels: readonly TrainPanel[] = [
  panel('panel.diagram', t`The architecture diagram`, styles.diagram, Diagram),
  panel('panel.reconstructions', t`Reconstructions`, styles.reconstructions, WithPriorSamples),
  panel('panel.curves', t`Loss curves`, styles.curves, LossCurves),
  panel('panel.map', t`Latent space`, styles.map, LatentSpace),
  panel('panel.pad', t`Drawing pad`, styles.pad, LazyDrawingPad),
];

const LazyPresentedTrain = lazyPart({
  name: t`Train`,
  load: async () => (await import('./presented/presented-train')).PresentedTrain,
  element: 'main',
  className: layout.placeholder,
});

export function TrainWorkspace(props: WorkspaceProps) {
  const isPresenting = usePresentation((presentation) => presentation.isPresenting);
  return isPresenting && props.subView === null ? <LazyPresentedTrain /> : <Workbench {...props} />;
}

function Workbench({ subView }: WorkspaceProps) {
  const hidden = useHiddenParts();
  const isGuided = useGuideLine() && subView === null;
  // As in the rest of Train, a class sees the controls when they are asked for.
  const isOutOfSight = usePresentation(({ isPresenting, hasDrawer }) => isPresenting && !hasDrawer);
  const hasControls = !isOutOfSight && !sectionParts.every((part) => hidden.includes(part));
  const shown = panels.filter(({ part }) => !hidden.includes(part));
  const isWhole = hasControls && shown.length === panels.length;
  return (
    <main
      className={classNames(
        layout.workspace,
        styles.workspace,
        isGuided && styles.guided,
        subView ? styles.opened : !isWhole && styles.part,
        !hasControls && styles.uncontrolled,
      )}
      // Which arrangement: the column of a lesson makes room by it.
      data-arranged={subView ? 'opened' : !isWhole ? 'part' : isGuided ? 'guided' : 'whole'}
    >
      <div className={classNames(layout.bar, styles.bar)}>
        {!isOutOfSight && (
          <div className={styles.family}>
            <FamilyChoice />
          </div>
        )}
        <TrainingBar />
        <div className={classNames(layout.stage, styles.stage)}>
          <StageLine />
          <GoalLine />
        </div>
        <div className={classNames(layout.readOuts, styles.readOuts)}>
          <PanelBoundary name={t`The measurements`}>
            <ReadOuts />
          </PanelBoundary>
        </div>
      </div>
      {isGuided && (
        <Place name={t`The guide`} className={styles.guide}>
          <LazyGuide />
        </Place>
      )}
      {hasControls && (
        <Place name={t`The controls`} className={classNames(layout.place, styles.controls)} isLater>
          <Controls dataStatus={<DataArrival />} dataAction={<AddDataButton />} />
        </Place>
      )}
      {subView && (
        <Place name={subView.label} className={classNames(layout.place, styles.subView)}>
          <subView.View />
        </Place>
      )}
      {(subView ? [] : shown).map(({ part, name, className, Panel }) => (
        <Place
          key={part}
          name={name}
          control={part}
          className={classNames(layout.place, className)}
          isLater={part !== 'panel.diagram' && part !== 'panel.pad'}
        >
          <Panel />
        </Place>
      ))}
    </main>
  );
}
