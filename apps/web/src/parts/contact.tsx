import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useApproach, useContact } from '#web/api/engagements';
import { useMe } from '#web/api/session';
import { texts, useTexts } from '#web/i18n/texts';
import { useToast } from './toast';

const contactTexts = texts({
  zh: { contact: '主动联系', approach: '先联系需求方', approachHint: '可先签保密协议，查看图纸等保密内容，再揭榜。' },
  en: {
    contact: 'Turn to it',
    approach: 'Talk to the owner first',
    approachHint: 'As to sign an NDA and read drawings before you respond.',
  },
});

/** To the thread that was opened, or why none was. */
function useGo() {
  const navigate = useNavigate();
  const toast = useToast();
  return {
    onSuccess: ({ id }: { readonly id: string }) => void navigate(`/threads/${id}`),
    onError: (error: Error) => toast.failed(error),
  };
}

/** The owner of a demand turns to a firm: opens the thread, or the one that is there. */
export function Contact({ demandId, firmId }: { readonly demandId: string; readonly firmId: string }) {
  const t = useTexts(contactTexts);
  const role = useMe()?.role;
  const go = useGo();
  const contact = useContact(demandId);
  if (role !== 'leader' && role !== 'sme') return null;
  return (
    <Button size="small" loading={contact.isPending} onClick={() => contact.mutate(firmId, go)}>
      {t.contact}
    </Button>
  );
}

/** A firm turns to the owner of a demand that was proposed to it: opens the thread, or the one that is there. */
export function Approach({ demandId }: { readonly demandId: string }) {
  const t = useTexts(contactTexts);
  const go = useGo();
  const approach = useApproach(demandId);
  return (
    <div className="stack tight">
      <Button block loading={approach.isPending} onClick={() => approach.mutate(undefined, go)}>
        {t.approach}
      </Button>
      <p className="soft small">{t.approachHint}</p>
    </div>
  );
}
