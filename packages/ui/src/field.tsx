import { type InputHTMLAttributes, type ReactElement, useId } from 'react';

export type FieldProps = {
  label: string;
  /** Muted words after the label, such as "optional". */
  aside?: string;
  help?: string;
  error?: string;
  onValue: (value: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'id'>;

/** A labelled text field; its message stands under it and says what to do. */
export function Field({ label, aside, help, error, onValue, ...input }: FieldProps): ReactElement {
  const id = useId();
  const message = error ?? help;
  return (
    <div className="mp-field">
      <label htmlFor={id}>
        {label} {aside && <span className="muted">{aside}</span>}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={message ? `${id}-message` : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      {message && (
        <p id={`${id}-message`} className={error ? 'mp-error' : 'muted'}>
          {message}
        </p>
      )}
    </div>
  );
}
