import { createContext, useContext } from 'react';
import type { Language } from './language';
import { messagesOf, type Messages } from './messages';

export interface Speech {
  readonly language: Language;
  readonly t: Messages;
}

export const speechOf = (language: Language): Speech => ({ language, t: messagesOf(language) });

export const SpeechContext = createContext<Speech>(speechOf('zh'));

export const useMessages = (): Speech => useContext(SpeechContext);
