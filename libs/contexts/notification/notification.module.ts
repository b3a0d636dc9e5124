import { Module } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config/config';
import { OutwardPost } from '#platform/outward/outward-post';
import { provideCollection } from '#platform/store/collections';
import { BouncesController } from './bounces/bounces.controller.js';
import { TakeBounce } from './bounces/take-bounce.js';
import { Bundle } from './deliver/bundle.js';
import { ChannelsController } from './deliver/channels.controller.js';
import { Channels } from './deliver/channels.js';
import { CollectNotices } from './deliver/collect-notices.js';
import { CHANNELS, DELIVERIES, MESSAGES } from './deliver/delivery.store.js';
import { FailedMessagesController } from './deliver/failed-messages.controller.js';
import { Senders } from './deliver/send/senders.js';
import { SendMessages } from './deliver/send-messages.js';
import { TellStopped } from './deliver/tell-stopped.js';
import { UnsubscribeController } from './deliver/unsubscribe.controller.js';
import { NotificationController } from './notification.controller.js';
import { NOTICES, PREFERENCES, RECIPIENTS } from './notification.store.js';
import { LastOrders } from './notify/last-orders.js';
import { NotifyPeople } from './notify/notify-people.js';
import { PeopleKnown } from './notify/people-known.js';
import { RebuildRecipients } from './notify/rebuild-recipients.js';
import { RememberRecipients } from './notify/remember-recipients.js';
import { WriteNotices } from './notify/write-notices.js';
import { NoticeStream } from './stream/notice-stream.js';
import { WordsController } from './words/words.controller.js';
import { NOTICE_WORDS, NOTICE_WORDS_HISTORY } from './words/words.store.js';
import { WordsInUse } from './words/words-in-use.js';

/** Tells people what concerns them, each thing once. */
@Module({
  controllers: [
    NotificationController,
    ChannelsController,
    UnsubscribeController,
    BouncesController,
    FailedMessagesController,
    WordsController,
    RememberRecipients,
    RebuildRecipients,
    NotifyPeople,
    CollectNotices,
  ],
  providers: [
    provideCollection(NOTICES),
    provideCollection(RECIPIENTS),
    provideCollection(PREFERENCES),
    provideCollection(CHANNELS),
    provideCollection(DELIVERIES),
    provideCollection(MESSAGES),
    provideCollection(NOTICE_WORDS),
    provideCollection(NOTICE_WORDS_HISTORY),
    WordsInUse,
    {
      provide: Senders,
      inject: [CONFIG],
      useFactory: ({ smtpUrl, mailFrom, privateWebhooks }: Config) =>
        new Senders(new OutwardPost(privateWebhooks), smtpUrl ? { smtpUrl, from: mailFrom } : undefined),
    },
    LastOrders,
    PeopleKnown,
    WriteNotices,
    NoticeStream,
    Bundle,
    Channels,
    SendMessages,
    TellStopped,
    TakeBounce,
  ],
})
export class NotificationModule {}
