import { useCallback, useEffect, useState } from 'react';
import { askFromOwnPage } from '../messages/ask-background.ts';
import type { ConnectedProgram } from '../messages/own-message.ts';

const EVERY = 2000;

/** The connected programs, read again every two seconds while the page is open. */
export function usePrograms(): {
  programs: readonly ConnectedProgram[] | undefined;
  reload: () => void;
} {
  const [programs, setPrograms] = useState<readonly ConnectedProgram[]>();
  const reload = useCallback(() => {
    void askFromOwnPage({ type: 'programs' }).then((answer) => answer && setPrograms(answer));
  }, []);
  useEffect(() => {
    reload();
    const timer = setInterval(reload, EVERY);
    return () => clearInterval(timer);
  }, [reload]);
  return { programs, reload };
}
