import { Button } from 'antd';
import { type Person, useMakePasswordLink } from '#web/api/people';
import { useFormat } from '#web/format/format';
import { texts, useTexts } from '#web/i18n/texts';
import { CopyLine } from './copy-line';
import { useToast } from './toast';

const linkTexts = texts({
  zh: {
    make: '重置密码链接',
    link: (name: string) => `${name}的密码链接`,
    copied: '链接已复制，请发给本人',
    hint: (until: string) => `请只发给本人。${until}前有效，只能用一次；设置新密码后，其所有设备都会退出登录。`,
  },
  en: {
    make: 'Password link',
    link: (name) => `Password link of ${name}`,
    copied: 'Link copied; send it to the person only',
    hint: (until) =>
      `For this person only. Good until ${until} and once; a new password signs the person out everywhere.`,
  },
});

/** Makes the link with which a person sets a new password, and shows it once. */
export function PasswordLink({ person }: { readonly person: Person }) {
  const t = useTexts(linkTexts);
  const { time } = useFormat();
  const toast = useToast();
  const make = useMakePasswordLink();
  const { data } = make;
  if (!data?.url)
    return (
      <div>
        <Button
          loading={make.isPending}
          onClick={() => make.mutate(person.id, { onError: (error) => toast.failed(error) })}
        >
          {t.make}
        </Button>
      </div>
    );
  return (
    <div className="stack tight whole">
      <CopyLine label={t.link(person.name)} text={data.url} said={t.copied} />
      <p className="soft small">{t.hint(time(data.expiresAt))}</p>
    </div>
  );
}
