// Finds the control or the view that a step is done with, by the names that assistive technology knows it by.
import { t } from '@lingui/core/macro';
import type { Target } from '../../../catalog/lessons/lesson';
import { controlText } from '../../../core/experiment/control-texts';
import { elementsOfControl } from '../../../ui/highlight/use-highlight';

/**
 * Null while nothing of it is in the page.
 * @param place the view that it is in: where that is not open, the link to it is found instead
 */
export function findTarget(target: Target, place: string): HTMLElement | null {
  const found = findOpen(target) ?? linkTo(place);
  // What is folded away is reached by unfolding it.
  const folded = found?.closest('details:not([open])');
  return folded?.querySelector('summary') ?? found;
}

/** Null where the view that it is in is not open. */
export function findOpen(target: Target): HTMLElement | null {
  switch (target.kind) {
    case 'setting':
      return labelled(controlText(target.setting).label);
    case 'train':
      return withText('button', t`Train`) ?? withText('button', t`Pause`);
    case 'button':
      return withText('button', target.name);
    case 'group':
      return labelled(target.name);
    case 'region':
      return (
        [...document.querySelectorAll<HTMLElement>('section[aria-labelledby]')].find(
          (region) => nameOf(region) === target.name,
        ) ?? null
      );
    case 'panel':
      return elementsOfControl(`panel.${target.panel}`)[0] ?? null;
    case 'place':
      return linkTo(target.place);
  }
}

/** The link to a view; where its workspace is not open, that to the workspace. */
function linkTo(place: string): HTMLElement | null {
  const [workspace] = place.split('/');
  const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a, [role="tablist"] a')];
  const hash = (link: HTMLAnchorElement) => link.getAttribute('href') ?? '';
  return (
    links.find((link) => hash(link) === `#${place}` && link.getAttribute('role') === 'tab') ??
    links.find((link) => hash(link).split('/')[0] === `#${workspace}`) ??
    null
  );
}

function nameOf(element: Element): string | undefined {
  const id = element.getAttribute('aria-labelledby');
  const by = id === null ? null : document.getElementById(id);
  return by?.textContent.trim();
}

function withText(selector: string, text: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`main ${selector}`);
  return [...all].find((one) => (one.getAttribute('aria-label') ?? one.textContent).trim() === text) ?? null;
}

/** The part of the page that holds a label and its control, or a group by its name. */
function labelled(name: string): HTMLElement | null {
  const labels = document.querySelectorAll<HTMLLabelElement>('main label');
  const label = [...labels].find((one) => one.textContent.trim().startsWith(name));
  if (label !== undefined) {
    const control = label.control;
    let around: HTMLElement = label;
    while (control !== null && !around.contains(control) && around.parentElement)
      around = around.parentElement;
    return around;
  }
  const groups = document.querySelectorAll<HTMLElement>(
    'main [role="group"], main fieldset, main [role="radiogroup"]',
  );
  return (
    [...groups].find((one) => (one.getAttribute('aria-label') ?? nameOf(one) ?? legendOf(one)) === name) ??
    null
  );
}

function legendOf(element: Element): string | undefined {
  return element.querySelector(':scope > legend')?.textContent.trim();
}
