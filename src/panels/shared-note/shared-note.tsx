// What a teacher's link says: its text, as plain text, and the way to everything that it hides or locks.
import { sharedLinkStore, type SharedLink } from '../../session/shared-link/shared-link';
import { TextButton } from '../../ui/controls/buttons/buttons';
import styles from './shared-note.module.css';
import { texts } from './words';

export function SharedNote({ shared }: { shared: SharedLink }) {
  const { link, isUnlocked } = shared;
  const limits = link.hidden.length + link.locked.length > 0;
  if (link.text === '' && !limits) return null;
  return (
    <aside aria-label={texts.name} className={styles.note}>
      <p className={link.text === '' ? styles.quiet : styles.text}>
        {link.text === '' ? (isUnlocked ? texts.unlocked : texts.limited) : link.text}
      </p>
      {limits && (
        <TextButton
          explanation={isUnlocked ? texts.lockExplanation : texts.unlockExplanation}
          onClick={() => sharedLinkStore.setState({ shared: { ...shared, isUnlocked: !isUnlocked } })}
        >
          {isUnlocked ? texts.lock : texts.unlock}
        </TextButton>
      )}
    </aside>
  );
}
