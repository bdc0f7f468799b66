import type { ReactElement } from 'react';
import { browser } from 'wxt/browser';
import type { ConnectedProgram } from '../messages/own-message.ts';
import { usePrograms } from '../options/use-programs.ts';
import { words } from '../words.ts';

function ProgramState({ program }: { program: ConnectedProgram }): ReactElement {
  return (
    <section>
      <h2>{program.name}</h2>
      <p className="muted">{words.stateOf(program)}</p>
      {program.trouble && <p className="mp-error">{program.trouble.title}</p>}
      <dl>
        <div>
          <dt>{words.outbox}</dt>
          <dd>{program.pending}</dd>
        </div>
      </dl>
    </section>
  );
}

/** What the toolbar button opens: the state of each connected program, and the way to the settings. */
export function PopupPage(): ReactElement {
  const { programs } = usePrograms();
  const openSettings = () => void browser.runtime.openOptionsPage();
  return (
    <main className="popup">
      <header>
        <img src="/icon/16.png" width={16} height={16} alt="" />
        <h1>{words.product}</h1>
      </header>
      {programs?.map((program) => (
        <ProgramState key={program.key} program={program} />
      ))}
      {programs?.length === 0 && <p>{words.noProgram}</p>}
      <div>
        <button type="button" className="mp-btn" onClick={openSettings}>
          {words.settings}
        </button>
      </div>
    </main>
  );
}
