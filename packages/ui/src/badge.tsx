import type { BadgeKind, BadgeLevel } from '@milepost/shared/context/badge';
import type { ReactElement } from 'react';
import { Glyph } from './glyph.tsx';

export type BadgeProps = {
  kind: BadgeKind;
  level: BadgeLevel;
  id: string;
  name?: string;
  state: string;
  more?: number;
  /** Accessible name with kind, level and title in words. */
  label: string;
  expanded?: boolean;
  onOpen?: () => void;
};

/** `glyph` + `id` + `short name` + `state` + `+n` (design/interaction.md section 2). */
export function Badge(props: BadgeProps): ReactElement {
  return (
    <button
      type="button"
      className="mp-badge"
      data-lv={props.level}
      aria-label={props.label}
      aria-haspopup="dialog"
      aria-expanded={props.expanded ?? false}
      onClick={props.onOpen}
    >
      <Glyph kind={props.kind} level={props.level} />
      {props.id && <span className="id">{props.id}</span>}
      {props.name && <span className="nm">{props.name}</span>}
      <span className="st">{props.state}</span>
      {props.more ? <span className="more">+{props.more}</span> : null}
    </button>
  );
}
