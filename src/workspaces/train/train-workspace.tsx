// The Train workspace: where each panel stands. In the source they are in the order of a phone's single column.
import type { ComponentType } from 'react';
import { ArchitectureDiagram } from '../../panels/architecture-diagram/architecture-diagram';
import { Controls } from '../../panels/controls/controls';
import { AddDataButton } from '../../panels/data-import/button/add-data-button';
import { DataArrival } from '../../panels/data-status/data-status';
import { LatentSpace } from '../../panels/latent-map/latent-space';
import { LossCurves } from '../../panels/loss-curves/loss-curves';
import { ReadOuts } from '../../panels/read-outs/read-outs';
import { Reconstructions } from '../../panels/reconstructions/reconstructions';
import { FamilyChoice, GoalLine, StageLine, Transport } from '../../panels/transport/transport';
import { useGuideLine } from '../../session/hooks/guide/use-guide-line';
import { useHiddenParts } from '../../session/hooks/shared-link/use-part';
import { sectionParts, type PanelPart } from '../../session/shared-link/parts';
import { lazyPart } from '../../ui/boundary/lazy-part';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import { lazyComponent } from '../../ui/lazy/lazy-component';
import layout from '../frame/workspace.module.css';
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
  name: 'Drawing pad',
  load: async () => (await import('../../panels/drawing-pad/drawing-pad')).DrawingPad,
});

// Its words come right after the first paint, into a place that is kept for them.
const LazyGuide = lazyComponent(
  async () => (await import('../../panels/guide/guide')).Guide,
  null,
  () => null,
);

const panel = (
  part: PanelPart,
  name: string,
  className: string | undefined,
  Panel: ComponentType,
): TrainPanel => ({ part, name, className, Panel });

/** In the order of a phone's single column. */
const panels: readonly TrainPanel[] = [
  panel('panel.diagram', 'The architecture diagram', styles.diagram, ArchitectureDiagram),
  panel('panel.reconstructions', 'Reconstructions', styles.reconstructions, Reconstructions),
  panel('panel.curves', 'Loss curves', styles.curves, LossCurves),
  panel('panel.map', 'Latent space', styles.map, LatentSpace),
  panel('panel.pad', 'Drawing pad', styles.pad, LazyDrawingPad),
];

export function TrainWorkspace() {
  const hidden = useHiddenParts();
  const isGuided = useGuideLine();
  const hasControls = !sectionParts.every((part) => hidden.includes(part));
  const shown = panels.filter(({ part }) => !hidden.includes(part));
  const isWhole = hasControls && shown.length === panels.length;
  return (
    <main
      className={classNames(
        layout.workspace,
        styles.workspace,
        isGuided && styles.guided,
        !isWhole && styles.part,
        !hasControls && styles.uncontrolled,
      )}
    >
      <div className={classNames(layout.bar, styles.bar)}>
        <div className={styles.family}>
          <FamilyChoice />
        </div>
        <div className={layout.transport}>
          <Transport />
        </div>
        <div className={classNames(layout.stage, styles.stage)}>
          <StageLine />
          <GoalLine />
        </div>
        <div className={classNames(layout.readOuts, styles.readOuts)}>
          <PanelBoundary name="The measurements">
            <ReadOuts />
          </PanelBoundary>
        </div>
      </div>
      {isGuided && (
        <Place name="The line that guides" className={styles.guide}>
          <LazyGuide />
        </Place>
      )}
      {hasControls && (
        <Place name="The controls" className={classNames(layout.place, styles.controls)}>
          <Controls dataStatus={<DataArrival />} dataAction={<AddDataButton />} />
        </Place>
      )}
      {shown.map(({ part, name, className, Panel }) => (
        <Place key={part} name={name} control={part} className={classNames(layout.place, className)}>
          <Panel />
        </Place>
      ))}
    </main>
  );
}
