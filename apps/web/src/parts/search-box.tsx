import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';

interface SearchBoxProps {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly go: (text: string) => void;
}

/** Searches on Enter and on the button. */
export function SearchBox({ value, label, placeholder, go }: SearchBoxProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(text.trim());
  };
  return (
    <search>
      <form className="search" onSubmit={submit}>
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
        />
        <Button size="large" type="primary" htmlType="submit">
          {label}
        </Button>
      </form>
    </search>
  );
}
