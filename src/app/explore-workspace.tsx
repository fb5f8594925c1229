// The Explore workspace: the code's map beside PCA's, and what can be done in the space of the codes. In the source the
// panels are in the order of a phone's single column.
import { ExploreMap } from '../panels/explore-map/explore-map';
import { ExploreReadOuts } from '../panels/explore-read-outs/explore-read-outs';
import { Selection } from '../panels/explore-selection/selection';
import { UnderPointer } from '../panels/explore-selection/under-pointer';
import { StageLine, Transport } from '../panels/transport/transport';
import { ExploreTools } from './explore-tools';
import styles from './explore-workspace.module.css';
import { PanelBoundary } from './panel-boundary';
import { Place } from './place';

export function ExploreWorkspace() {
  return (
    <main className={styles.workspace}>
      <div className={styles.bar}>
        <h2 className={styles.title}>The space of the codes</h2>
        <div className={styles.transport}>
          <Transport />
        </div>
        <div className={styles.stage}>
          <StageLine />
        </div>
        <div className={styles.readOuts}>
          <PanelBoundary name="The measurements">
            <ExploreReadOuts />
          </PanelBoundary>
        </div>
      </div>
      <Place name="The map" className={styles.map}>
        <ExploreMap />
      </Place>
      <div className={styles.side}>
        <Place name="The decoded point" className={styles.pointer}>
          <UnderPointer />
        </Place>
        <Place name="The selection" className={styles.selection}>
          <Selection />
        </Place>
      </div>
      <Place name="The tools" className={styles.tools}>
        <ExploreTools />
      </Place>
    </main>
  );
}
