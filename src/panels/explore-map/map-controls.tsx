// Controls of the maps: axes, colours, pointer mode, and decoded images behind the points.
import { t } from '@lingui/core/macro';
import { errorMeaning } from '../../session/explore/words';
import { useSession } from '../../session/hooks/session-context';
import { hasClasses } from '../../core/samples/dataset-info';
import { shownColouring, type ColourBy } from '../../session/explore/exploration';
import { useExploration } from '../../session/hooks/explore/use-exploration';
import { useDataset } from '../../session/hooks/datasets/use-dataset';
import { TextButton } from '../../ui/controls/buttons/buttons';
import { SegmentedRadio, type RadioOption } from '../../ui/controls/fields/segmented-radio';
import { Select, type SelectOption } from '../../ui/controls/fields/select';
import styles from './explore-map.module.css';
import { sparsityMeaning } from './words';
import type { MapTool } from './map-view';

const sides = ['off', '8', '12', '16', '24', '30'];

const tools: readonly RadioOption<MapTool>[] = [
  {
    value: 'pan',
    label: t`Move`,
    explanation: t`Drag to move the maps; zoom with Ctrl and the wheel, or with the wheel after a click`,
  },
  { value: 'lasso', label: t`Lasso`, explanation: t`Drag around points to select them` },
];

interface MapControlsProps {
  codeSize: number;
  isGaussian: boolean;
  tool: MapTool;
  onTool: (tool: MapTool) => void;
}

export function MapControls({ codeSize, isGaussian, tool, onTool }: MapControlsProps) {
  return (
    <div className={styles.controls}>
      {codeSize > 2 && <AxesChoice codeSize={codeSize} />}
      <ColourChoice codeSize={codeSize} />
      <ManifoldChoice offersQuantiles={isGaussian && codeSize === 2} />
      <SegmentedRadio label={t`Pointer`} look="quiet" value={tool} options={tools} onChange={onTool} />
    </div>
  );
}

function AxesChoice({ codeSize }: { codeSize: number }) {
  const { setAxes } = useSession().explore;
  const axes = useExploration((exploration) => exploration.axes);
  const units = Array.from({ length: codeSize }, (_, unit) => ({
    value: String(unit),
    label: t`unit ${{ unit: unit + 1 }}`,
  }));
  return (
    <>
      <Select
        label={t`Axes`}
        labelHidden
        look="quiet"
        value={axes.kind}
        options={[
          { value: 'plane', label: t`principal axes` },
          { value: 'units', label: t`two units` },
          { value: 'umap', label: 'UMAP' },
        ]}
        explanation={t`What the two axes of the code map show.`}
        onChange={(kind) => setAxes(kind === 'units' ? { kind, x: 0, y: 1 } : { kind })}
      />
      {axes.kind === 'units' && (
        <>
          <Select
            label={t`Unit across`}
            labelHidden
            look="quiet"
            value={String(axes.x)}
            options={units}
            onChange={(unit) => setAxes({ ...axes, x: Number(unit) })}
          />
          <Select
            label={t`Unit up`}
            labelHidden
            look="quiet"
            value={String(axes.y)}
            options={units}
            onChange={(unit) => setAxes({ ...axes, y: Number(unit) })}
          />
        </>
      )}
    </>
  );
}

function ColourChoice({ codeSize }: { codeSize: number }) {
  const { setColourBy } = useSession().explore;
  const info = useDataset();
  const isOfClasses = info === undefined || hasClasses(info);
  const colourBy = shownColouring(
    useExploration((exploration) => exploration.colourBy),
    isOfClasses,
  );
  const options: readonly SelectOption<ColourBy>[] = [
    { value: 'class', label: t`colour by class`, disabled: !isOfClasses },
    { value: 'error', label: t`colour by reconstruction error` },
    { value: 'sparsity', label: t`colour by sparsity`, disabled: codeSize < 2 },
  ];
  return (
    <Select
      label={t`Colour by`}
      labelHidden
      look="quiet"
      value={colourBy}
      options={options}
      explanation={
        colourBy === 'error'
          ? errorMeaning
          : colourBy === 'sparsity'
            ? sparsityMeaning
            : t`What the colours mean.`
      }
      onChange={setColourBy}
    />
  );
}

function ManifoldChoice({ offersQuantiles }: { offersQuantiles: boolean }) {
  const { setManifold, setQuantiles } = useSession().explore;
  const manifold = useExploration((exploration) => exploration.manifold);
  const quantiles = useExploration((exploration) => exploration.quantiles);
  const axes = useExploration((exploration) => exploration.axes.kind);
  return (
    <>
      <Select
        label={t`Manifold`}
        labelHidden
        look="quiet"
        value={manifold === null ? 'off' : String(manifold)}
        options={sides.map((side) => ({
          value: side,
          label: side === 'off' ? t`manifold off` : t`manifold ${{ grid: `${side} × ${side}` }}`,
        }))}
        explanation={
          axes === 'umap'
            ? t`Pictures behind the points. UMAP has no inverse, so it has none.`
            : t`Pictures behind the points: places on the map, decoded. The number is how many pictures fit along its shorter side.`
        }
        onChange={(side) => setManifold(side === 'off' ? null : Number(side))}
      />
      {offersQuantiles && manifold !== null && (
        <TextButton
          look={quantiles ? 'plain' : 'quiet'}
          explanation={t`The pictures at evenly spaced quantiles of the Gaussian, instead of evenly over the map`}
          onClick={() => setQuantiles(!quantiles)}
          label={quantiles ? t`Even grid` : t`Quantiles`}
        >
          {quantiles ? t`even grid` : t`quantiles`}
        </TextButton>
      )}
    </>
  );
}
