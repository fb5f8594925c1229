// The parts of the page that a teacher's link can hide or lock. Their ids stand in links: they are never renamed.
import type { Setting } from '../../core/experiment/experiment';

export const sections = ['data', 'model', 'noise', 'objective', 'training'] as const;
export const panels = ['diagram', 'reconstructions', 'curves', 'map', 'pad'] as const;

export type SectionPart = `section.${(typeof sections)[number]}`;
export type PanelPart = `panel.${(typeof panels)[number]}`;
/** `workspaces` is the navigation between them. */
export type Part = Setting | SectionPart | PanelPart | 'family' | 'reset' | 'workspaces';

export const sectionParts: readonly SectionPart[] = sections.map((id) => `section.${id}` as const);

export type PartState = 'shown' | 'locked' | 'hidden';

/** What a teacher's link asks of the page, beside its experiment. */
export interface TeacherLink {
  readonly hidden: readonly Part[];
  /** Visible, but not to be changed. */
  readonly locked: readonly Part[];
  /** Plain text; empty: none. */
  readonly text: string;
}
