// What can be done in the space of the codes: one tool at a time, each in a chunk of its own, so that the page's first
// script does not grow with them.
import { Suspense, useState, type ReactNode } from 'react';
import { Card } from '../ui/controls/card';
import { SegmentedRadio } from '../ui/controls/segmented-radio';
import styles from './explore-workspace.module.css';
import { PanelBoundary } from './panel-boundary';

interface Tool {
  readonly label: string;
  readonly explanation: string;
  readonly Panel: () => ReactNode;
}

const tools: Readonly<Record<string, Tool>> = {};

export function ExploreTools() {
  const [shown, setShown] = useState(Object.keys(tools)[0] ?? '');
  const tool = tools[shown];
  return (
    <Card
      title="Tools"
      actions={
        <SegmentedRadio
          label="Tool"
          look="quiet"
          value={shown}
          options={Object.entries(tools).map(([value, { label, explanation }]) => ({
            value,
            label,
            explanation,
          }))}
          onChange={setShown}
        />
      }
      className={styles.toolsCard}
    >
      {tool && (
        <PanelBoundary key={shown} name={tool.label}>
          <Suspense fallback={null}>
            <tool.Panel />
          </Suspense>
        </PanelBoundary>
      )}
    </Card>
  );
}
