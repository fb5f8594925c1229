// The language of the page. Changing it reloads the page, with the run kept at its step (decision 0032). A select of the system's own
// looks like the buttons beside it.
import { t } from '@lingui/core/macro';
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '../../core/language/i18n';
import { isLanguage, languageNames, languages, type Language } from '../../core/language/languages';
import { useSession } from '../../session/hooks/session-context';
import { keepLanguage } from '../../session/page/language-choice';
import type { Session } from '../../session/session';
import { Tooltip } from '../../ui/explanation/tooltip';
import styles from './language-choice.module.css';

export function LanguageChoice() {
  const session = useSession();
  const [chosen, setChosen] = useState(i18n.locale);

  async function choose(language: Language): Promise<void> {
    setChosen(language);
    if (!(await changeLanguage(session, language))) setChosen(i18n.locale);
  }

  return (
    <Tooltip text={t`Language of the page; your run is kept`}>
      <span className={styles.language}>
        <Languages size={16} aria-hidden="true" />
        <select
          aria-label={t`Language`}
          value={chosen}
          onChange={({ target: { value } }) => {
            if (isLanguage(value) && value !== i18n.locale) void choose(value);
          }}
        >
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </select>
      </span>
    </Tooltip>
  );
}

/** @returns false where the page stays as it is, and has said why */
async function changeLanguage({ runKeeper, notices }: Session, language: Language): Promise<boolean> {
  const change = () => keepLanguage(language) && reload();
  if (await runKeeper.keep()) {
    if (change()) return true;
    notices.show({
      key: 'language',
      kind: 'warning',
      message: t`This browser keeps nothing for this page, not even its language.`,
      detail: t`Allow the page to keep data, or choose the language in the browser’s own settings.`,
    });
    return false;
  }
  notices.show({
    key: 'language',
    kind: 'warning',
    message: t`The page reloads in the other language, and this browser cannot keep the run.`,
    detail: t`Export the run first, or change the language and train again.`,
    action: { label: t`Change and start over`, onClick: () => void change() },
  });
  return false;
}

function reload(): true {
  location.reload();
  return true;
}
