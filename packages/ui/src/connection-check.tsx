import type { BadgeLevel } from '@milepost/shared/context/badge';
import type { ReactElement } from 'react';
import { Glyph } from './glyph.tsx';

export type CheckedLine = {
  name: string;
  state: 'met' | 'unmet' | 'skipped' | 'running';
  detail: string;
};

export type ConnectionCheckProps = {
  level: 'running' | 'done' | 'medium' | 'critical' | 'offline';
  title: string;
  text: string;
  lines: readonly CheckedLine[];
};

const LINE_LEVEL = {
  met: 'low',
  unmet: 'critical',
  skipped: 'unknown',
  running: 'unknown',
} as const;
const HEAD_LEVEL: Record<ConnectionCheckProps['level'], BadgeLevel> = {
  running: 'unknown',
  done: 'low',
  medium: 'medium',
  critical: 'critical',
  offline: 'critical',
};

function LineGlyph({ state }: { state: CheckedLine['state'] }): ReactElement {
  if (state === 'met') return <Glyph name="check" />;
  if (state === 'unmet') return <Glyph kind="level" level="critical" size={14} />;
  return <Glyph name={state === 'running' ? 'loading' : 'open'} size={14} />;
}

function HeadGlyph({ level }: { level: ConnectionCheckProps['level'] }): ReactElement {
  if (level === 'running') return <Glyph name="loading" />;
  if (level === 'done') return <Glyph name="check" />;
  if (level === 'offline') return <Glyph name="offline" />;
  return <Glyph kind="level" level={level} />;
}

/** One result with its three lines: repository, folder, write access; the first failure stops the rest. */
export function ConnectionCheck(props: ConnectionCheckProps): ReactElement {
  return (
    <section className="mp-check" aria-live="polite">
      <header data-lv={HEAD_LEVEL[props.level]}>
        <span className="lv">
          <HeadGlyph level={props.level} />
        </span>
        <div>
          <h3>{props.title}</h3>
          <p className="muted">{props.text}</p>
        </div>
      </header>
      <dl>
        {props.lines.map((line) => (
          <div key={line.name} data-lv={LINE_LEVEL[line.state]}>
            <dt>
              <span className="lv">
                <LineGlyph state={line.state} />
              </span>
              {line.name}
            </dt>
            <dd className="muted">{line.detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
