import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { NotificationController } from './notification.controller.js';
import { NOTICES, PREFERENCES, RECIPIENTS } from './notification.store.js';
import { LastOrders } from './notify/last-orders.js';
import { NotifyPeople } from './notify/notify-people.js';
import { PeopleKnown } from './notify/people-known.js';
import { RebuildRecipients } from './notify/rebuild-recipients.js';
import { RememberRecipients } from './notify/remember-recipients.js';
import { WriteNotices } from './notify/write-notices.js';
import { NoticeStream } from './stream/notice-stream.js';

/** Tells people what concerns them, each thing once. */
@Module({
  controllers: [NotificationController, RememberRecipients, RebuildRecipients, NotifyPeople],
  providers: [
    provideCollection(NOTICES),
    provideCollection(RECIPIENTS),
    provideCollection(PREFERENCES),
    LastOrders,
    PeopleKnown,
    WriteNotices,
    NoticeStream,
  ],
})
export class NotificationModule {}
