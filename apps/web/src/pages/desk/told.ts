import { useTexts } from '#web/i18n/texts';
import { useToast } from '#web/parts/toast';
import { deskTexts } from './texts';

/** What a queue says when something was answered, or could not be. */
export function useTold() {
  const t = useTexts(deskTexts);
  const toast = useToast();
  return { onSuccess: () => toast.done(t.done), onError: (error: Error) => toast.failed(error) };
}
