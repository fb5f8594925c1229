// What can be done in the space of the codes: one tool at a time, each in a chunk of its own, so that the page's first
// script does not grow with them.
import { lazy, Suspense, useState, type ComponentType } from 'react';
import { Card } from '../ui/controls/card';
import { SegmentedRadio } from '../ui/controls/segmented-radio';
import styles from './explore-workspace.module.css';
import { PanelBoundary } from './panel-boundary';

interface Tool {
  readonly label: string;
  readonly explanation: string;
  readonly Panel: ComponentType;
}

const tools = {
  sliders: {
    label: 'Sliders',
    explanation: 'One slider for each unit of the code; moving one decodes at once',
    Panel: lazy(() =>
      import('../panels/code-sliders/code-sliders').then((m) => ({ default: m.CodeSliders })),
    ),
  },
  interpolation: {
    label: 'Interpolation',
    explanation: 'The way from one image to another, through codes and through pixels',
    Panel: lazy(() =>
      import('../panels/interpolation/interpolation').then((m) => ({ default: m.Interpolation })),
    ),
  },
  arithmetic: {
    label: 'Arithmetic',
    explanation: 'Mean code of one selection, minus another, plus a third',
    Panel: lazy(() => import('../panels/arithmetic/arithmetic').then((m) => ({ default: m.Arithmetic }))),
  },
  generation: {
    label: 'Generate',
    explanation: 'Decode codes drawn at random',
    Panel: lazy(() => import('../panels/generation/generation').then((m) => ({ default: m.Generation }))),
  },
  components: {
    label: 'Components',
    explanation: 'PCA’s eigenimages beside what each unit does',
    Panel: lazy(() => import('../panels/components/components').then((m) => ({ default: m.Components }))),
  },
  quality: {
    label: 'How good is the code',
    explanation: 'Neighbours, a linear probe, and how far the map can be trusted',
    Panel: lazy(() =>
      import('../panels/code-quality/code-quality').then((m) => ({ default: m.CodeQuality })),
    ),
  },
} satisfies Record<string, Tool>;
type ToolId = keyof typeof tools;

const options = (Object.keys(tools) as ToolId[]).map((value) => ({
  value,
  label: tools[value].label,
  explanation: tools[value].explanation,
}));

export function ExploreTools() {
  const [shown, setShown] = useState<ToolId>('sliders');
  const { label, Panel } = tools[shown];
  return (
    <Card
      title="Tools"
      actions={
        <SegmentedRadio label="Tool" look="quiet" value={shown} options={options} onChange={setShown} />
      }
      className={styles.toolsCard}
    >
      <PanelBoundary key={shown} name={label}>
        <Suspense fallback={null}>
          <Panel />
        </Suspense>
      </PanelBoundary>
    </Card>
  );
}
