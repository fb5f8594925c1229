// Text of the dialog that makes a teacher's link, and the names of the parts of the page. Pure.
import { t } from '@lingui/core/macro';
import { controlText } from '../../core/experiment/control-texts';
import type { Part, SectionPart } from '../../session/shared-link/parts';
import type { Setting } from '../../core/experiment/experiment';

export const texts = {
  title: t`Teacher’s link`,
  description: t`Opens this experiment with chosen controls hidden or locked and a text above it. It keeps a lesson simple and protects nothing: whoever opens it can unlock everything.`,
  place: t`Opens`,
  placeExplanation: t`The view that the link opens`,
  text: t`Text`,
  textHint: t`What to do, what to look at: plain text, shown above the page`,
  controls: t`Controls`,
  parts: t`Parts of the page`,
  part: t`Part`,
  hide: t`Hide`,
  lock: t`Lock`,
  single: t`Single settings`,
  panels: t`Panels of Train`,
  rest: t`The rest of the page`,
  link: t`Link`,
  copy: t`Copy link`,
  copied: t`Copied`,
  notCopied: t`The browser did not allow copying: select the link and copy it.`,
  preview: t`Preview in a new tab`,
  code: t`QR code of the link`,
  tooLong: t`The link is too long for a QR code that a phone can read: shorten the text, or hide whole sections instead of single settings.`,
  own: t`Your own data stays in this browser: whoever opens the link elsewhere is asked to add it.`,
} as const;

/** The settings of each section, in the order of the screen. */
export const settingsOf: Readonly<Record<SectionPart, readonly Setting[]>> = {
  'section.data': ['dataset', 'classes', 'validationShare'],
  'section.model': ['codeSize', 'codeKind', 'architecture', 'hidden', 'convLayers', 'filters'],
  'section.noise': ['noise', 'noiseLevel', 'maskInput'],
  'section.objective': [
    ...(['loss', 'lossOn', 'holeWeight', 'sparsity', 'sparsityWeight', 'targetActivation'] as const),
    ...(['beta', 'betaWarmUp'] as const),
  ],
  'section.training': [
    ...(['learningRate', 'batchSize', 'earlyStopping', 'optimizer', 'schedule', 'scheduleEpochs'] as const),
    ...(['weightDecay', 'gradientClip', 'inputDropout', 'codeActivation', 'activation'] as const),
    ...(['outputActivation', 'seed'] as const),
  ],
};

const otherNames: Readonly<Record<Exclude<Part, Setting | SectionPart>, string>> = {
  'panel.diagram': t`Architecture diagram`,
  'panel.reconstructions': t`Reconstructions`,
  'panel.curves': t`Loss curves`,
  'panel.map': t`Latent space`,
  'panel.pad': t`Drawing pad`,
  family: t`Family`,
  reset: t`Reset`,
  workspaces: t`Other workspaces`,
};

const sectionNames: Readonly<Record<SectionPart, string>> = {
  'section.data': t`Data`,
  'section.model': t`Model`,
  'section.noise': t`Noise`,
  'section.objective': t`Objective`,
  'section.training': t`Training`,
};

export function sectionName(section: SectionPart): string {
  return sectionNames[section];
}

/** `All of Noise` for a section: a setting may be called the same. */
export function partName(part: Part): string {
  if (part in sectionNames) return t`All of ${{ sectionName: sectionName(part as SectionPart) }}`;
  return part in otherNames
    ? otherNames[part as keyof typeof otherNames]
    : controlText(part as Setting).label;
}

/** `12 of 600 characters` */
export function lengthText(length: number, most: number): string {
  return t`${length} of ${most} characters`;
}
