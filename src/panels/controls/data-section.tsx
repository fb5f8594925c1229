// Which images the network learns from.
import type { ReactNode } from 'react';
import { Section } from './section';
import { SettingSelect } from './setting-select';

export function DataSection({ status }: { status: ReactNode }) {
  return (
    <Section title="Data">
      <SettingSelect setting="dataset" look="field" labelHidden />
      {status}
    </Section>
  );
}
