// Text of the dialog that makes a teacher's link, and the names of the parts of the page. Pure.
import { controlText } from '../../core/experiment/control-texts';
import type { Part, SectionPart } from '../../session/shared-link/parts';
import type { Setting } from '../../core/experiment/experiment';

export const texts = {
  title: 'Teacher’s link',
  description:
    'Opens this experiment with chosen controls hidden or locked and a text above it. It keeps a lesson simple and protects nothing: whoever opens it can unlock everything.',
  place: 'Opens',
  placeExplanation: 'The view that the link opens',
  text: 'Text',
  textHint: 'What to do, what to look at: plain text, shown above the page',
  controls: 'Controls',
  parts: 'Parts of the page',
  part: 'Part',
  hide: 'Hide',
  lock: 'Lock',
  single: 'Single settings',
  panels: 'Panels of Train',
  rest: 'The rest of the page',
  link: 'Link',
  copy: 'Copy link',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying: select the link and copy it.',
  preview: 'Preview in a new tab',
  code: 'QR code of the link',
  tooLong:
    'The link is too long for a QR code that a phone can read: shorten the text, or hide whole sections instead of single settings.',
  own: 'Your own data stay in this browser: whoever opens the link elsewhere is asked to add them.',
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

const otherNames: Readonly<Record<Exclude<Part, Setting>, string>> = {
  'section.data': 'All of Data',
  'section.model': 'All of Model',
  'section.noise': 'All of Noise',
  'section.objective': 'All of Objective',
  'section.training': 'All of Training',
  'panel.diagram': 'Architecture diagram',
  'panel.reconstructions': 'Reconstructions',
  'panel.curves': 'Loss curves',
  'panel.map': 'Latent space',
  'panel.pad': 'Drawing pad',
  family: 'Family',
  reset: 'Reset',
  workspaces: 'Other workspaces',
};

export function partName(part: Part): string {
  return part in otherNames ? otherNames[part as Exclude<Part, Setting>] : controlText(part as Setting).label;
}

/** `12 of 600 characters` */
export function lengthText(length: number, most: number): string {
  return `${length} of ${most} characters`;
}
