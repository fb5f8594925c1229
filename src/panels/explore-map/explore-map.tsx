// The card with the two maps of the test images, one by code and one by PCA. Pointing and selection are linked.
import { t } from '@lingui/core/macro';
import { useMemo, useState } from 'react';
import { hoyerSparsity } from '../../core/latent/code-sparsity';
import type { TestCodes } from '../../core/engine-api/looking';
import { countText } from '../../core/number-text';
import { hasClasses } from '../../core/samples/dataset-info';
import { shownColouring } from '../../session/explore/exploration';
import { errorMeaning, noLabelsText } from '../../session/explore/words';
import { useSession } from '../../session/hooks/session-context';
import { useLookAt } from '../../session/hooks/use-look-at';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useDataset, useSampleWords } from '../../session/hooks/datasets/use-dataset';
import { useRunStore } from '../../session/hooks/use-run';
import { useTheme } from '../../session/page/theme-store';
import { coloursForClasses } from '../../ui/colours';
import { Card } from '../../ui/controls/card/card';
import { useInViewEffect, useWhileInView } from '../../ui/in-view/in-view';
import { rampColours } from '../../ui/ramp/ramp-colours';
import { RampLegend } from '../../ui/ramp/ramp-legend';
import { rampCategories, valueRange } from '../../ui/ramp/value-ramp';
import { restingView } from '../../ui/scatter/frame/fit-frame';
import { CodeMap } from './code-map';
import styles from './explore-map.module.css';
import { categoryCount, classCategories, classesApart } from './colouring/map-colouring';
import { MapControls } from './map-controls';
import { ClassButtons } from './colouring/map-legend';
import type { MapLook, MapTool } from './map-view';
import { sparsityMeaning } from './words';
import { PcaMap } from './pca-map';

const looksAt = ['codes', 'map'] as const;

export function ExploreMap() {
  useInViewEffect(useLookAt(looksAt));
  useInViewEffect(useSession().explore.keepFitting);
  const codes = useWhileInView(useRunStore(), (run) => run.testCodes);
  const codeSize = useWhileInView(useRunStore(), (run) => run.experiment.codeSize);
  const isGaussian = useWhileInView(useRunStore(), (run) => run.experiment.codeKind === 'gaussian');
  const [tool, setTool] = useState<MapTool>('pan');
  const { many } = useSampleWords();
  return (
    <Card
      title={t`Code map`}
      explanation={t`Every dot is the code of a test sample, on two axes; the place under the pointer is decoded beside it.`}
      term="latent-space"
      computes="codes"
      subtitle={codes && t`${{ count: countText(codes.labels.length) }} test ${many}`}
      actions={<MapControls {...{ codeSize, isGaussian, tool }} onTool={setTool} />}
      className={styles.card}
    >
      {codes ? (
        <Maps codes={codes} tool={tool} />
      ) : (
        <p className={styles.nothing}>
          {t`All test ${many} appear here as points, as soon as they are encoded.`}
        </p>
      )}
    </Card>
  );
}

const noNames: readonly string[] = [];

function Maps({ codes, tool }: { codes: TestCodes; tool: MapTool }) {
  const [view, setView] = useState(restingView);
  const chosenTheme = useTheme(({ shown }) => shown);
  // The decoded images behind the points are dark.
  const theme = useExploration(({ manifold }) => manifold !== null) ? 'dark' : chosenTheme;
  const info = useDataset();
  const isOfClasses = info !== undefined && hasClasses(info);
  const classes = isOfClasses ? info.classNames : noNames;
  const dataset = useWhileInView(useRunStore(), (run) => run.experiment.dataset);
  const colourBy = shownColouring(
    useExploration((exploration) => exploration.colourBy),
    isOfClasses,
  );
  const classColours = useMemo(() => coloursForClasses(classes.length, theme), [classes, theme]);
  const ramp = useMemo(() => rampColours(theme), [theme]);
  const values = useMemo(() => {
    if (colourBy === 'class') return null;
    return colourBy === 'error' ? codes.errors : hoyerSparsity(codes.codes, codes.codeSize);
  }, [colourBy, codes]);
  const range = useMemo(() => values && valueRange(values), [values]);
  const categories = useMemo(
    () => (values && range ? rampCategories(values, range) : classCategories(codes.labels, classes.length)),
    [values, range, codes.labels, classes.length],
  );
  const pointColours = useMemo(
    () => coloursForClasses(categoryCount(classes.length), theme),
    [classes, theme],
  );
  const colours = values ? ramp : pointColours;
  const look = useMemo(
    (): MapLook => ({
      colouring: { categories, colours },
      names: values || classes.length > classesApart ? null : classes,
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
        {isOfClasses ? (
          <ClassButtons names={classes} colours={values ? [] : classColours} />
        ) : (
          <p className={styles.unlabelled}>{noLabelsText}</p>
        )}
        {range && (
          <RampLegend
            name={colourBy === 'error' ? t`reconstruction error` : t`sparsity`}
            meaning={colourBy === 'error' ? errorMeaning : sparsityMeaning}
            range={range}
            colours={ramp}
          />
        )}
      </div>
    </div>
  );
}
