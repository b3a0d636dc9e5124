import { Form, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import type { Problem } from '#web/api/client';

type Path = (string | number)[];

/** `/requirements/0/name` as Ant Design names fields. */
const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const asNamed = (path: Path): Path => path;

/**
 * Why a form was refused: at the fields the server names, and above the form otherwise. `moved` tells where a field of the
 * request stands in the form, for those that are not at the same place.
 */
export function Refusal({
  error,
  form,
  moved = asNamed,
  still = false,
}: {
  readonly error: Error | null;
  readonly form: FormInstance;
  readonly moved?: (path: Path) => Path;
  /** What is kept by itself must not take its writer away from where they write. */
  readonly still?: boolean;
}) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!error) return;
    const named = ((error as Problem).fields ?? []).map(({ pointer, detail }) => ({
      name: moved(pathOf(pointer)),
      errors: [detail],
    }));
    if (named.length === 0) {
      if (!still) box.current?.focus();
      return;
    }
    form.setFields(named);
    if (!still) form.scrollToField(named[0]?.name, { block: 'center', focus: true });
    return () => form.setFields(named.map(({ name }) => ({ name, errors: [] })));
  }, [error, form, moved, still]);
  if (!error) return null;
  // The server's sentence about one field begins with the field's technical name.
  const [only, more] = (error as Problem).fields ?? [];
  return (
    <p className="notice-line bad" role="alert" tabIndex={-1} ref={box} style={{ marginBottom: 16 }}>
      {only && !more ? only.detail : error.message}
    </p>
  );
}

export const { Item, useForm } = Form;
