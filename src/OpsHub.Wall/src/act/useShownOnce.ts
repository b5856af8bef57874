import { useEffect, useRef } from 'react';

const warn = (event: BeforeUnloadEvent) => event.preventDefault();

/** The dialog of what is shown once and never again: open while it stands on the page, which is not left by mistake. */
export function useShownOnce() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);
  return dialog;
}
