// The views of the playground that the glossary points to.
import { t } from '@lingui/core/macro';

export interface View {
  href: string;
  label: string;
}

export const views = {
  train: { href: '#train', label: t({ message: 'Train', comment: 'name of a workspace' }) },
  sliders: { href: '#explore/sliders', label: t`Explore, Sliders` },
  interpolation: { href: '#explore/interpolation', label: t`Explore, Interpolation` },
  arithmetic: { href: '#explore/arithmetic', label: t`Explore, Arithmetic` },
  generate: { href: '#explore/generate', label: t`Explore, Generate` },
  components: { href: '#explore/components', label: t`Explore, Components` },
  quality: { href: '#explore/quality', label: t`Explore, Code quality` },
  anomalies: { href: '#apply/anomalies', label: t`Apply, Anomalies` },
  inpainting: { href: '#apply/inpainting', label: t`Apply, Inpainting` },
  sound: { href: '#apply/sound', label: t`Apply, Sound` },
  limits: { href: '#apply/limits', label: t`Apply, Limits` },
  families: { href: '#compare/families', label: t`Compare, Families` },
  sweeps: { href: '#compare/sweeps', label: t`Compare, Sweeps` },
  runs: { href: '#compare/runs', label: t`Compare, Runs` },
} satisfies Record<string, View>;

export type ViewId = keyof typeof views;
