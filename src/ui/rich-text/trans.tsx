// Text with elements in it, as the macro `Trans` writes it.
import { TransNoContext, type TransProps } from '@lingui/react/server';
import type { ReactNode } from 'react';
import { i18n } from '../../core/language/i18n';

const lingui = { i18n };

export function Trans(props: TransProps): ReactNode {
  return <TransNoContext {...props} lingui={lingui} />;
}
