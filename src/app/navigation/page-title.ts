// The title of the page: what is shown, and whether something trains; and what search engines and links say of it.
import { t } from '@lingui/core/macro';
import type { Workspace } from '../../workspaces/frame/workspace';

export function pageTitle({ label }: Workspace, isTraining: boolean): string {
  return `${isTraining ? `${t({ message: 'Training', context: 'title of the page' })} · ` : ''}${label} · Hourglass`;
}

/** The description in the page's language; the HTML has it in English. */
export function describePage(): void {
  document
    .querySelector('meta[name="description"]')
    ?.setAttribute(
      'content',
      t`Train an autoencoder on real images in your browser: drag its bottleneck, add noise, draw a digit. Nothing is uploaded.`,
    );
}
