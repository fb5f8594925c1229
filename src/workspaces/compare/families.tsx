// Compare, families side by side. In the source the panels are in the order of a phone's single column.
import { t } from '@lingui/core/macro';
import {
  ComparisonChoices,
  ComparisonTransport,
  OverallProgress,
} from '../../panels/family-comparison/bar/comparison-bar';
import { ComparisonNotice } from '../../panels/family-comparison/bar/comparison-notice';
import { ErrorCurves } from '../../panels/family-comparison/families/error-curves';
import { FamilyCard } from '../../panels/family-comparison/families/family-card';
import { PcaCard } from '../../panels/family-comparison/families/pca-card';
import { SameDrawing } from '../../panels/family-comparison/same/same-drawing';
import { SameImages } from '../../panels/family-comparison/same/same-images';
import { familyIds } from '../../session/comparison/families';
import { PanelBoundary } from '../../ui/boundary/panel-boundary';
import { Place } from '../../ui/boundary/place';
import { classNames } from '../../ui/class-names';
import layout from '../frame/workspace.module.css';
import styles from './compare-workspace.module.css';

export function Families() {
  return (
    <>
      <h2 className="visually-hidden">{t`Families side by side`}</h2>
      <div className={styles.bar}>
        <div className={styles.transport} data-bar="train">
          <ComparisonTransport />
        </div>
        <ComparisonChoices />
        <div className={styles.progress}>
          <OverallProgress />
        </div>
      </div>
      <div className={styles.state}>
        <PanelBoundary name={t`The state of the comparison`}>
          <ComparisonNotice />
        </PanelBoundary>
        <div className={styles.families}>
          {familyIds.map((id) => (
            <Place key={id} name={t`A family`} className={styles.family}>
              <FamilyCard family={id} />
            </Place>
          ))}
          <Place name="PCA" className={styles.family}>
            <PcaCard />
          </Place>
        </div>
      </div>
      <Place name={t`The same images`} className={classNames(layout.place, styles.images)}>
        <SameImages />
      </Place>
      <Place name={t`The same drawing`} className={classNames(layout.place, styles.drawing)}>
        <SameDrawing />
      </Place>
      <Place name={t`Test error`} className={classNames(layout.place, styles.curves)}>
        <ErrorCurves />
      </Place>
    </>
  );
}
