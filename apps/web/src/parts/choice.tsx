import { useId } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly title: string; readonly hint?: string }[];
  /** Given by the form. */
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

/** One of a few, each with a word of explanation. */
export function Choice({ label, options, value, onChange }: ChoiceProps) {
  const name = useId();
  return (
    <div className="choice" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange?.(option.value)}
          />
          <span>
            <strong>{option.title}</strong>
            {option.hint && <span className="soft small">{option.hint}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
