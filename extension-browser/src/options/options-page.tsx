import type { ReactElement } from 'react';
import { words } from '../words.ts';
import { ConnectForm } from './connect-form.tsx';
import { ProgramList } from './program-list.tsx';
import { usePrograms } from './use-programs.ts';

/** Connect a program, see the connected ones, disconnect. */
export function OptionsPage(): ReactElement {
  const { programs, reload } = usePrograms();
  return (
    <main className="options">
      <header>
        <img src="/icon/48.png" width={40} height={40} alt="" />
        <div>
          <h1>{programs?.length === 0 ? words.firstQuestion : words.settings}</h1>
          <p className="muted">{words.whatItReads}</p>
        </div>
      </header>
      <ConnectForm onConnected={reload} />
      <ProgramList programs={programs} onChange={reload} />
      <p className="muted">{words.whereItRuns}</p>
    </main>
  );
}
