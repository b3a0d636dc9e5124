import { ConfigProvider } from 'antd';

interface PickProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly label?: string;
  /** The three below are given by the form. */
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (value: string) => void;
}

/** One of several names: the browser's own list, which phones and screen readers know best. */
export function Pick({ options, label, id, value, onChange }: PickProps) {
  // As the form around it is.
  const { componentDisabled } = ConfigProvider.useConfig();
  return (
    <select
      className="pick"
      id={id}
      aria-label={label}
      disabled={componentDisabled}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
