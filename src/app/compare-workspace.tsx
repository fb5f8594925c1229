// The Compare workspace: families side by side. In the source the panels are in the order of a phone's single column.
import {
  ComparisonChoices,
  ComparisonTransport,
  OverallProgress,
} from '../panels/family-comparison/comparison-bar';
import { ComparisonNotice } from '../panels/family-comparison/comparison-notice';
import { ErrorCurves } from '../panels/family-comparison/error-curves';
import { FamilyCard } from '../panels/family-comparison/family-card';
import { SameDrawing } from '../panels/family-comparison/same-drawing';
import { SameImages } from '../panels/family-comparison/same-images';
import { familyIds } from '../session/comparison-experiments';
import styles from './compare-workspace.module.css';
import { PanelBoundary } from './panel-boundary';
import { Place } from './place';

export function CompareWorkspace() {
  return (
    <main className={styles.workspace}>
      <div className={styles.bar}>
        <h2 className={styles.title}>Families side by side</h2>
        <div className={styles.transport}>
          <ComparisonTransport />
        </div>
        <ComparisonChoices />
        <div className={styles.progress}>
          <OverallProgress />
        </div>
      </div>
      <div className={styles.state}>
        <PanelBoundary name="The state of the comparison">
          <ComparisonNotice />
        </PanelBoundary>
        <div className={styles.families}>
          {familyIds.map((id) => (
            <Place key={id} name="A family" className={styles.family}>
              <FamilyCard family={id} />
            </Place>
          ))}
        </div>
      </div>
      <Place name="The same images" className={styles.images}>
        <SameImages />
      </Place>
      <Place name="The same drawing" className={styles.drawing}>
        <SameDrawing />
      </Place>
      <Place name="Test error" className={styles.curves}>
        <ErrorCurves />
      </Place>
    </main>
  );
}
