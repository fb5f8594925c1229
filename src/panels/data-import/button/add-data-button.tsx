// Opens the dialog. The only part of it that the page begins with.
import { Plus } from 'lucide-react';
import { useSession } from '../../../session/hooks/session-context';
import { TextButton } from '../../../ui/controls/buttons/buttons';
import { addButton } from './words';

export function AddDataButton() {
  const { importing } = useSession();
  return (
    <TextButton icon={Plus} explanation={addButton.explanation} onClick={importing.show}>
      {addButton.label}
    </TextButton>
  );
}
