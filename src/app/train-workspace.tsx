// The Train workspace: where each panel stands. In the source they are in the order of a phone's single column.
import { ArchitectureDiagram } from '../panels/architecture-diagram/architecture-diagram';
import { Controls } from '../panels/controls/controls';
import { DataArrival } from '../panels/data-status/data-status';
import { DrawingPad } from '../panels/drawing-pad/drawing-pad';
import { LatentSpace } from '../panels/latent-map/latent-space';
import { LossCurves } from '../panels/loss-curves/loss-curves';
import { ReadOuts } from '../panels/read-outs/read-outs';
import { Reconstructions } from '../panels/reconstructions/reconstructions';
import { FamilyChoice, StageLine, Transport } from '../panels/transport/transport';
import { PanelBoundary } from './panel-boundary';
import { Place } from './place';
import styles from './train-workspace.module.css';

export function TrainWorkspace() {
  return (
    <main className={styles.workspace}>
      <div className={styles.bar}>
        <div className={styles.family}>
          <FamilyChoice />
        </div>
        <div className={styles.transport}>
          <Transport />
        </div>
        <div className={styles.stage}>
          <StageLine />
        </div>
        <div className={styles.readOuts}>
          <PanelBoundary name="The measurements">
            <ReadOuts />
          </PanelBoundary>
        </div>
      </div>
      <Place name="The controls" className={styles.controls}>
        <Controls dataStatus={<DataArrival />} />
      </Place>
      <Place name="The architecture diagram" className={styles.diagram}>
        <ArchitectureDiagram />
      </Place>
      <Place name="Reconstructions" className={styles.reconstructions}>
        <Reconstructions />
      </Place>
      <Place name="Loss curves" className={styles.curves}>
        <LossCurves />
      </Place>
      <Place name="Latent space" className={styles.map}>
        <LatentSpace />
      </Place>
      <Place name="Drawing pad" className={styles.pad}>
        <DrawingPad />
      </Place>
    </main>
  );
}
