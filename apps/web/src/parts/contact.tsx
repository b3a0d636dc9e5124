import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useContact } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { texts, useTexts } from '#web/i18n/texts';
import { useToast } from './toast';

const contactTexts = texts({ zh: { contact: '主动联系' }, en: { contact: 'Turn to it' } });

/** The owner of a demand turns to a firm: opens the thread, or the one that is there. */
export function Contact({ demandId, firmId }: { readonly demandId: string; readonly firmId: string }) {
  const t = useTexts(contactTexts);
  const role = useMe()?.role;
  const navigate = useNavigate();
  const toast = useToast();
  const contact = useContact(demandId);
  if (role !== 'leader' && role !== 'sme') return null;
  return (
    <Button
      size="small"
      loading={contact.isPending}
      onClick={() =>
        contact.mutate(firmId, {
          onSuccess: ({ id }) => void navigate(`/threads/${id}`),
          onError: (error) => toast.failed(error),
        })
      }
    >
      {t.contact}
    </Button>
  );
}
