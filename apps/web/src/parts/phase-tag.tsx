import { texts, useTexts } from '#web/i18n/texts';
import { Tag, type Tone } from './tag';

export const phaseTexts = texts({
  zh: {
    draft: '草稿',
    registration: '报名',
    preferences: '填写意向',
    scheduling: '排程',
    provisional: '预排',
    final: '日程已定',
    live: '进行中',
    closed: '已结束',
    reported: '已总结',
  },
  en: {
    draft: 'Draft',
    registration: 'Registration',
    preferences: 'Preferences',
    scheduling: 'Scheduling',
    provisional: 'Provisional',
    final: 'Final',
    live: 'Live',
    closed: 'Closed',
    reported: 'Reported',
  },
});

export type Phase = keyof typeof phaseTexts.zh;

const TONE: Readonly<Partial<Record<Phase, Tone>>> = {
  registration: 'accent',
  preferences: 'accent',
  final: 'good',
  live: 'clay',
};

/** Where a matchmaking event stands. */
export function PhaseTag({ phase }: { readonly phase: string }) {
  const t = useTexts(phaseTexts);
  return <Tag tone={TONE[phase as Phase] ?? 'plain'}>{t[phase as Phase] ?? phase}</Tag>;
}
