// The parts of the page, each with a box to hide it and, where it can be changed, one to lock it.
import { panels, sectionParts, type Part, type TeacherLink } from '../../session/shared-link/parts';
import { ticked } from './choice';
import styles from './teacher-link.module.css';
import { partName, settingsOf, texts } from './words';

interface PartTableProps {
  link: TeacherLink;
  onChange: (link: TeacherLink) => void;
}

const rest: readonly Part[] = ['family', 'reset', 'workspaces'];
const shownPanels: readonly Part[] = panels.map((id) => `panel.${id}` as const);

export function PartTable(props: PartTableProps) {
  return (
    <>
      <Parts {...props} caption={texts.controls} parts={sectionParts} />
      <details className={styles.details}>
        <summary>{texts.single}</summary>
        {sectionParts.map((section) => (
          <Parts
            key={section}
            {...props}
            caption={partName(section)}
            parts={settingsOf[section]}
            within={section}
          />
        ))}
      </details>
      <Parts {...props} caption={texts.panels} parts={shownPanels} />
      <Parts {...props} caption={texts.rest} parts={rest} />
    </>
  );
}

interface PartsProps extends PartTableProps {
  caption: string;
  parts: readonly Part[];
  /** What they belong to: hidden or locked with it. */
  within?: Part;
}

function Parts({ link, onChange, caption, parts, within }: PartsProps) {
  const isCovered = (what: 'hidden' | 'locked') => within !== undefined && link[what].includes(within);
  return (
    <table className={styles.parts}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="visually-hidden">
            {texts.part}
          </th>
          <th scope="col">{texts.hide}</th>
          <th scope="col">{texts.lock}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part}>
            <th scope="row">{partName(part)}</th>
            <td>
              <input
                type="checkbox"
                aria-label={`${texts.hide} ${partName(part)}`}
                checked={link.hidden.includes(part) || isCovered('hidden')}
                disabled={isCovered('hidden')}
                onChange={() => onChange(ticked(link, part, 'hidden'))}
              />
            </td>
            <td>
              {canLock(part) && (
                <input
                  type="checkbox"
                  aria-label={`${texts.lock} ${partName(part)}`}
                  checked={link.locked.includes(part) || isCovered('locked')}
                  disabled={isCovered('locked') || isCovered('hidden')}
                  onChange={() => onChange(ticked(link, part, 'locked'))}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A panel, or the way to other workspaces, has nothing to lock. */
function canLock(part: Part): boolean {
  return part !== 'workspaces' && !part.startsWith('panel.');
}
