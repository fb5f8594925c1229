// The Explore workspace: the code's map beside PCA's, and what can be done in the space of the codes. In the source the
// panels are in the order of a phone's single column.
import { ExploreReadOuts } from '../panels/explore-read-outs/explore-read-outs';
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
      <Place name="The tools" className={styles.tools}>
        <ExploreTools />
      </Place>
    </main>
  );
}
