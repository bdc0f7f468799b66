import { ConnectionCheck, type ConnectionCheckProps } from '@milepost/ui/connection-check';
import { Field } from '@milepost/ui/field';
import { type FormEvent, type ReactElement, useState } from 'react';
import { askFromOwnPage } from '../messages/ask-background.ts';
import type { ProgramAddress } from '../messages/own-message.ts';
import { words } from '../words.ts';
import { grantHost } from './grant-host.ts';

const EMPTY: ProgramAddress = { url: '', branch: 'main', folder: 'program' };

const CHECKING: ConnectionCheckProps = {
  level: 'running',
  title: words.checking,
  text: words.readingNewest,
  lines: [
    { name: words.lineRepository, state: 'running', detail: '' },
    { name: words.lineFolder, state: 'skipped', detail: '' },
    { name: words.lineWrite, state: 'skipped', detail: '' },
  ],
};

const DENIED: ConnectionCheckProps = {
  level: 'critical',
  title: words.deniedTitle,
  text: words.deniedText,
  lines: [],
};

const NO_ANSWER: ConnectionCheckProps = {
  level: 'critical',
  title: words.noAnswerTitle,
  text: words.noAnswerText,
  lines: [],
};

type FieldsProps = {
  address: ProgramAddress;
  token: string;
  change: (field: keyof ProgramAddress) => (value: string) => void;
  setToken: (token: string) => void;
};

function AddressFields({ address, token, change, setToken }: FieldsProps): ReactElement {
  return (
    <div className="fields">
      <Field
        label={words.address}
        type="url"
        required
        placeholder="https://github.com/acme/program"
        value={address.url}
        onValue={change('url')}
      />
      <Field label={words.branch} required value={address.branch} onValue={change('branch')} />
      <Field label={words.folder} value={address.folder} onValue={change('folder')} />
      <Field
        label={words.token}
        aside={words.tokenAside}
        type="password"
        autoComplete="off"
        value={token}
        onValue={setToken}
      />
      {token && (
        <Field
          label={words.signedAs}
          aside={words.optional}
          help={words.signedAsHelp}
          placeholder="Ana Silva <ana@acme.example>"
          value={address.signedAs ?? ''}
          onValue={change('signedAs')}
        />
      )}
      <Field
        label={words.asOf}
        aside={words.asOfAside}
        type="date"
        value={address.asOf ?? ''}
        onValue={change('asOf')}
      />
    </div>
  );
}

/** Address, branch, folder, token; *Check connection* tells exactly what is wrong and what to do, *Connect* keeps it. */
export function ConnectForm({ onConnected }: { onConnected: () => void }): ReactElement {
  const [address, setAddress] = useState(EMPTY);
  const [token, setToken] = useState('');
  const [result, setResult] = useState<ConnectionCheckProps>();
  const change = (field: keyof ProgramAddress) => (value: string) =>
    setAddress((before) => ({ ...before, [field]: value }));
  const run = async (type: 'check' | 'connect') => {
    setResult(CHECKING);
    // First thing after the click: the browser gives permission only inside a person's gesture.
    const granted = await grantHost(address.url).catch(() => false);
    if (!granted) return setResult(DENIED);
    const answer = await askFromOwnPage({ type, address, ...(token && { token }) });
    setResult(answer ?? NO_ANSWER);
    if (type === 'connect' && answer?.usable) {
      setToken('');
      onConnected();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run('connect');
  };
  return (
    <form className="connect" onSubmit={submit} aria-label={words.connectRepository}>
      <h2>{words.connectRepository}</h2>
      <AddressFields address={address} token={token} change={change} setToken={setToken} />
      <div className="buttons">
        <button type="button" className="mp-btn" onClick={() => void run('check')}>
          {words.checkConnection}
        </button>
        <button type="submit" className="mp-btn primary">
          {words.connect}
        </button>
      </div>
      {result && <ConnectionCheck {...result} />}
    </form>
  );
}
