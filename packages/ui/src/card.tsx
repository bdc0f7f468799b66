import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import type { ReactElement, ReactNode } from 'react';
import { Glyph } from './glyph.tsx';

export type CardFact = { text: string; level?: BadgeLevel; since?: string };
export type CardSection = { title: string; facts: readonly CardFact[] };
export type CardProps = {
  kind: BadgeKind;
  level: BadgeLevel;
  title: string;
  about: string;
  sections: readonly CardSection[];
  /** Where it was read and when. */
  source: string;
  actions?: ReactNode;
};

const Fact = ({ fact }: { fact: CardFact }): ReactElement => (
  <li data-lv={fact.level}>
    {fact.level && (
      <span className="lv">
        <Glyph kind="level" level={fact.level} size={14} />
      </span>
    )}
    <span className="txt">{fact.text}</span>
    {fact.since && <span className="since">{fact.since}</span>}
  </li>
);

/** The explaining card: what it is, why it is so, why it is here, where it was read. */
export function Card(props: CardProps): ReactElement {
  return (
    <article className="mp-card" data-lv={props.level}>
      <header>
        <span className="lv">
          <Glyph kind={props.kind} level={props.level} />
        </span>
        <div>
          <h3>{props.title}</h3>
          <p className="muted">{props.about}</p>
        </div>
      </header>
      {props.sections.map((section) => (
        <section key={section.title}>
          <h4>{section.title}</h4>
          <ul>
            {section.facts.map((fact) => (
              <Fact key={fact.text} fact={fact} />
            ))}
          </ul>
        </section>
      ))}
      <footer>
        <span>{props.source}</span>
        {props.actions}
      </footer>
    </article>
  );
}
