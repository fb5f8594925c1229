// The card of the two maps: all test images by their codes, and by PCA. What is done on one shows on the other.
import { useMemo, useState } from 'react';
import { hoyerSparsity } from '../../core/code-sparsity';
import type { TestCodes } from '../../core/engine-api';
import { countText } from '../../core/number-text';
import { lookAt } from '../../session/actions';
import { keepExplorationFitting } from '../../session/explore-actions';
import { useExploration } from '../../session/explore-store';
import { runStore } from '../../session/run-store';
import { useTheme } from '../../session/theme-store';
import { coloursForClasses } from '../../ui/colours';
import { Card } from '../../ui/controls/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { restingView } from '../../ui/scatter/fit-frame';
import { CodeMap } from './code-map';
import styles from './explore-map.module.css';
import { rampCategories, valueRange } from './map-colouring';
import { MapControls } from './map-controls';
import { ClassButtons, RampLegend } from './map-legend';
import { rampColours } from './map-ramp';
import type { MapLook, MapTool } from './map-view';
import { errorMeaning, sparsityMeaning } from './map-words';
import { PcaMap } from './pca-map';

function lookAtCodes(): () => void {
  const stops = [lookAt('codes'), lookAt('map'), keepExplorationFitting()];
  return () => stops.forEach((stop) => stop());
}

export function ExploreMap() {
  useInViewEffect(lookAtCodes);
  const codes = useWhileInView(runStore, (run) => run.testCodes);
  const codeSize = useWhileInView(runStore, (run) => run.experiment.codeSize);
  const isGaussian = useWhileInView(runStore, (run) => run.experiment.codeKind === 'gaussian');
  const [tool, setTool] = useState<MapTool>('pan');
  return (
    <Card
      title="Code map"
      subtitle={codes && `${countText(codes.labels.length)} test images`}
      actions={<MapControls {...{ codeSize, isGaussian, tool }} onTool={setTool} />}
      className={styles.card}
    >
      {codes ? (
        <Maps codes={codes} tool={tool} />
      ) : (
        <p className={styles.nothing}>All test images appear here as points, as soon as they are encoded.</p>
      )}
    </Card>
  );
}

const noNames: readonly string[] = [];

function Maps({ codes, tool }: { codes: TestCodes; tool: MapTool }) {
  const [view, setView] = useState(restingView);
  const chosenTheme = useTheme(({ shown }) => shown);
  // The pictures behind the points are dark.
  const theme = useExploration(({ manifold }) => manifold !== null) ? 'dark' : chosenTheme;
  const classes = useWhileInView(runStore, (run) => run.facts?.classNames ?? noNames);
  const dataset = useWhileInView(runStore, (run) => run.experiment.dataset);
  const colourBy = useExploration((exploration) => exploration.colourBy);
  const classColours = useMemo(() => coloursForClasses(classes.length, theme), [classes, theme]);
  const ramp = useMemo(() => rampColours(theme), [theme]);
  const values = useMemo(() => {
    if (colourBy === 'class') return null;
    return colourBy === 'error' ? codes.errors : hoyerSparsity(codes.codes, codes.codeSize);
  }, [colourBy, codes]);
  const range = useMemo(() => values && valueRange(values), [values]);
  const categories = useMemo(
    () => (values && range ? rampCategories(values, range) : Uint8Array.from(codes.labels)),
    [values, range, codes.labels],
  );
  const colours = values ? ramp : classColours;
  const look = useMemo(
    (): MapLook => ({
      colouring: { categories, colours },
      names: values || classes.length > classColoursApart ? null : classes,
      tool,
      view,
      onViewChange: setView,
      theme,
    }),
    [categories, colours, values, classes, tool, view, theme],
  );
  return (
    <div className={styles.panel}>
      <div className={styles.maps}>
        <CodeMap codes={codes} look={look} />
        <PcaMap dataset={dataset} count={codes.labels.length} look={look} />
      </div>
      <div className={styles.legend}>
        <ClassButtons names={classes} colours={values ? [] : classColours} />
        {range && (
          <RampLegend
            name={colourBy === 'error' ? 'reconstruction error' : 'sparsity'}
            meaning={colourBy === 'error' ? errorMeaning : sparsityMeaning}
            range={range}
            colours={ramp}
          />
        )}
      </div>
    </div>
  );
}

/** More names than this would cover the points. */
const classColoursApart = 20;
