import type { ReactElement } from 'react';
import { askFromOwnPage } from '../messages/ask-background.ts';
import type { BrokenFile, ConnectedProgram } from '../messages/own-message.ts';
import { words } from '../words.ts';

type Props = { programs: readonly ConnectedProgram[] | undefined; onChange: () => void };

const Place = ({ place, url }: BrokenFile) =>
  url ? (
    <a className="mono" href={url} target="_blank" rel="noreferrer">
      {place}
    </a>
  ) : (
    <span className="mono">{place}</span>
  );

function Broken({ broken, brokenCount }: ConnectedProgram) {
  if (brokenCount === 0) return null;
  const hidden = brokenCount - broken.length;
  return (
    <div className="broken">
      <p>
        <strong>{words.filesBroken(brokenCount)}</strong> {words.filesBrokenNext(brokenCount)}
      </p>
      <ul>
        {broken.map((file) => (
          <li key={file.place}>
            <Place {...file} /> {file.text}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className="muted">{words.andMore(hidden)}</p>}
    </div>
  );
}

function Row({ program, onChange }: { program: ConnectedProgram; onChange: () => void }) {
  const act = (type: 'sync' | 'disconnect') => {
    void askFromOwnPage({ type, key: program.key }).then(onChange);
  };
  return (
    <li>
      <div className="grow">
        <h3>{program.name}</h3>
        <p className="muted mono">{words.whereOf(program)}</p>
        <p className="muted">{words.stateOf(program)}</p>
        {program.trouble && (
          <p className="mp-error" role="status">
            <strong>{program.trouble.title}</strong> {program.trouble.text}
          </p>
        )}
      </div>
      <div className="buttons">
        <button type="button" className="mp-btn" onClick={() => act('sync')}>
          {words.checkNow}
        </button>
        <button
          type="button"
          className="mp-btn"
          aria-label={words.disconnectOf(program.name)}
          onClick={() => act('disconnect')}
        >
          {words.disconnect}
        </button>
      </div>
      <Broken {...program} />
    </li>
  );
}

/** The connected programs with their state; nothing is drawn before it is known. */
export function ProgramList({ programs, onChange }: Props): ReactElement | null {
  if (!programs?.length) return null;
  return (
    <section className="programs" aria-label={words.connected}>
      <h2>{words.connected}</h2>
      <ul>
        {programs.map((program) => (
          <Row key={program.key} program={program} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
}
