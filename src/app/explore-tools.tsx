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
