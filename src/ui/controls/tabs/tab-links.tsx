// Tabs that are links: the address says which one is open, so Back, reload and links restore it. Arrow keys move the
// focus, Enter or Space opens (the pattern for tabs whose panels take time to load, WAI-ARIA Authoring Practices).
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { classNames } from '../../class-names';
import segments from '../fields/segmented-radio.module.css';
import { Tooltip } from '../../explanation/tooltip';
import styles from './tab-links.module.css';

export interface TabLink {
  readonly id: string;
  readonly href: string;
  readonly label: string;
  /** One line shown on hover and focus. */
  readonly explanation: string;
}

interface TabLinksProps {
  /** Name of the tablist, exactly. */
  label: string;
  tabs: readonly TabLink[];
  /** Id of the open tab. */
  open: string;
  /** Id of the element that is the tabpanel of the open tab. */
  panelId: string;
  /** `quiet` is the small form for a card's header. */
  look?: 'field' | 'quiet';
}

/** The id of the element of a tab, by which its panel is named. */
export function tabElementId(panelId: string, tab: string): string {
  return `${panelId}-${tab}`;
}

export function TabLinks({ label, tabs, open, panelId, look = 'field' }: TabLinksProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (list.current) scrollToOpenTab(list.current);
  }, [open]);
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={classNames(segments.group, look === 'quiet' && segments.quiet)}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => {
        const isOpen = tab.id === open;
        return (
          <Tooltip key={tab.id} text={tab.explanation}>
            <a
              id={tabElementId(panelId, tab.id)}
              role="tab"
              href={tab.href}
              aria-selected={isOpen}
              aria-controls={isOpen ? panelId : undefined}
              tabIndex={isOpen ? 0 : -1}
              className={classNames(segments.segment, styles.tab, isOpen && segments.checked)}
            >
              {tab.label}
            </a>
          </Tooltip>
        );
      })}
    </div>
  );
}

/** On a phone the tabs may scroll sideways in their parent. The page itself does not move. */
function scrollToOpenTab(list: HTMLElement): void {
  const tab = list.querySelector('[aria-selected="true"]');
  const box = list.parentElement;
  if (!tab || !box || box.scrollWidth <= box.clientWidth) return;
  const { left, right } = tab.getBoundingClientRect();
  const seen = box.getBoundingClientRect();
  if (left < seen.left) box.scrollLeft -= seen.left - left;
  else if (right > seen.right) box.scrollLeft += right - seen.right;
}

function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const places: Record<string, number> = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const place = places[event.key];
  if (place !== undefined) tabs[place]?.focus();
  else if (event.key === ' ') tabs[at]?.click();
  else return;
  event.preventDefault();
}
