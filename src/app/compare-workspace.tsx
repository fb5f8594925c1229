// The Compare workspace: families side by side, or what one setting buys; one of the two is mounted. In the source the panels
// are in the order of a phone's single column.
import { lazy, Suspense } from 'react';
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
import { changeSweepDraft, useSweepDraft } from '../session/sweep-draft-store';
import { SegmentedRadio } from '../ui/controls/segmented-radio';
import styles from './compare-workspace.module.css';
import { PanelBoundary } from './panel-boundary';
import { Place } from './place';

/** A chunk of its own, as the families are what Compare begins with. */
const SweepView = lazy(() =>
  import('../panels/sweeps/sweep-view').then((module) => ({ default: module.SweepView })),
);

const views = [
  { value: 'families', label: 'Families', explanation: 'Four families trained side by side' },
  { value: 'sweeps', label: 'Rate and distortion', explanation: 'What one setting buys, beside PCA' },
] as const;

export function CompareWorkspace() {
  const view = useSweepDraft((draft) => draft.view);
  return view === 'families' ? <Families /> : <Sweeps />;
}

function ViewChoice() {
  const view = useSweepDraft((draft) => draft.view);
  return (
    <SegmentedRadio
      label="What is compared"
      value={view}
      options={views}
      onChange={(chosen) => changeSweepDraft({ view: chosen })}
      className={styles.views}
    />
  );
}

function Sweeps() {
  return (
    <main className={styles.sweeps}>
      <div className={styles.bar}>
        <ViewChoice />
        <h2 className="visually-hidden">Rate and distortion</h2>
      </div>
      <Place name="The sweeps" className={styles.sweepView}>
        <Suspense fallback={null}>
          <SweepView />
        </Suspense>
      </Place>
    </main>
  );
}

function Families() {
  return (
    <main className={styles.workspace}>
      <div className={styles.bar}>
        <ViewChoice />
        <h2 className="visually-hidden">Families side by side</h2>
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
