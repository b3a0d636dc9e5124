import { Button, Input } from 'antd';
import { useTexts } from '#web/i18n/texts';
import { partTexts } from './texts';
import { useToast } from './toast';

/** Copies to the clipboard and says so. */
export function useCopy(): (text: string, said: string) => void {
  const toast = useToast();
  return (text, said) =>
    void navigator.clipboard.writeText(text).then(
      () => toast.done(said),
      (error: Error) => toast.failed(error),
    );
}

/** An address to hand on: to be read, marked and copied. */
export function CopyLine({
  label,
  text,
  said,
}: {
  readonly label: string;
  readonly text: string;
  readonly said: string;
}) {
  const t = useTexts(partTexts);
  const copy = useCopy();
  return (
    <div className="search">
      <Input readOnly aria-label={label} value={text} onFocus={(event) => event.target.select()} />
      <Button onClick={() => copy(text, said)}>{t.copy}</Button>
    </div>
  );
}
