// The Train workspace: where each panel stands. In the source they are in the order of a phone's single column.
import { ArchitectureDiagram } from '../../panels/architecture-diagram/architecture-diagram';
import { Controls } from '../../panels/controls/controls';
import { AddDataButton } from '../../panels/data-import/button/add-data-button';
import { DataArrival } from '../../panels/data-status/data-status';
import { DrawingPad } from '../../panels/drawing-pad/drawing-pad';
import { LatentSpace } from '../../panels/latent-map/latent-space';
import { LossCurves } from '../../panels/loss-curves/loss-curves';
import { ReadOuts } from '../../panels/read-outs/read-outs';
import { Reconstructions } from '../../panels/reconstructions/reconstructions';
import { FamilyChoice, StageLine, Transport } from '../../panels/transport/transport';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import layout from '../frame/workspace.module.css';
import styles from './train-workspace.module.css';

export function TrainWorkspace() {
  return (
    <main className={classNames(layout.workspace, styles.workspace)}>
      <div className={classNames(layout.bar, styles.bar)}>
        <div className={styles.family}>
          <FamilyChoice />
        </div>
        <div className={layout.transport}>
          <Transport />
        </div>
        <div className={classNames(layout.stage, styles.stage)}>
          <StageLine />
        </div>
        <div className={classNames(layout.readOuts, styles.readOuts)}>
          <PanelBoundary name="The measurements">
            <ReadOuts />
          </PanelBoundary>
        </div>
      </div>
      <Place name="The controls" className={classNames(layout.place, styles.controls)}>
        <Controls dataStatus={<DataArrival />} dataAction={<AddDataButton />} />
      </Place>
      <Place name="The architecture diagram" className={classNames(layout.place, styles.diagram)}>
        <ArchitectureDiagram />
      </Place>
      <Place name="Reconstructions" className={classNames(layout.place, styles.reconstructions)}>
        <Reconstructions />
      </Place>
      <Place name="Loss curves" className={classNames(layout.place, styles.curves)}>
        <LossCurves />
      </Place>
      <Place name="Latent space" className={classNames(layout.place, styles.map)}>
        <LatentSpace />
      </Place>
      <Place name="Drawing pad" className={classNames(layout.place, styles.pad)}>
        <DrawingPad />
      </Place>
    </main>
  );
}
