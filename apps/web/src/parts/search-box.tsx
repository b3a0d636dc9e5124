import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly go: (text: string) => void;
  /** It stands within a form, which it must not hand in. */
  readonly nested?: boolean;
}

/** Searches on Enter and on the button. */
export function SearchBox({ value, label, placeholder, go, nested }: SearchBoxProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(text.trim());
  };
  const Frame = nested ? 'div' : 'form';
  return (
    <search>
      <Frame className="search" {...(nested ? {} : { onSubmit: submit })}>
        <Input
          size="large"
          type="search"
          aria-label={label}
          placeholder={placeholder}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value === '') go('');
          }}
          {...(nested ? { onPressEnter: submit } : {})}
        />
        <Button
          size="large"
          type="primary"
          {...(nested ? { onClick: () => go(text.trim()) } : { htmlType: 'submit' as const })}
        >
          {label}
        </Button>
      </Frame>
    </search>
  );
}
