// Which images the network learns from.
import type { ReactNode } from 'react';
import { datasets } from '../../catalog/datasets/registry';
import { Section } from './section';
import { SettingSelect } from './setting-select';

export function DataSection({ status }: { status: ReactNode }) {
  return (
    <Section title="Data">
      <SettingSelect setting="dataset" registry={datasets} labelHidden />
      {status}
    </Section>
  );
}
