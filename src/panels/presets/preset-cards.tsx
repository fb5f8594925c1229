// Presets as cards with a picture. Each is a link; in this page it opens without a reload, and the run before it is kept.
import { presetHref, presetIds, presets, type PresetId } from '../../catalog/presets/registry';
import { useSession } from '../../session/hooks/session-context';
import { goToView } from '../../session/page/address/go-to-view';
import { openPreset } from '../../session/presets/open-preset';
import { pictures } from './pictures';
import styles from './preset-cards.module.css';

interface PresetCardsProps {
  /** Called when one has been opened in this page. */
  onOpen?: (id: PresetId) => void;
}

export function PresetCards({ onOpen }: PresetCardsProps) {
  const { run } = useSession();
  return (
    <ul className={styles.cards}>
      {presetIds.map((id) => {
        const preset = presets[id];
        return (
          <li key={id}>
            <a
              className={styles.card}
              href={presetHref(preset)}
              data-preset={id}
              onClick={(event) => {
                // Another tab, or a download: that is the browser's.
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
                event.preventDefault();
                openPreset(run, preset);
                goToView(preset.hash);
                onOpen?.(id);
              }}
            >
              <img
                className={styles.picture}
                src={pictures[id]}
                alt=""
                width={112}
                height={56}
                loading="lazy"
              />
              <span className={styles.title}>{preset.title}</span>
              <span className={styles.story}>{preset.story}</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
