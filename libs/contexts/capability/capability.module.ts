import { Module } from '@nestjs/common';
import { provideCollection } from '#platform/store/collections';
import { CLAIMS, IMPORTS, INVITATIONS, PROFILES } from './capability.store.js';
import { ClaimController } from './claim/claim.controller.js';
import { ClaimHandler } from './claim/claim.handler.js';
import { KNOWN_ORGANISATIONS, KnowOrganisations } from './claim/known-organisations.js';
import { RebuildOrganisations } from './claim/rebuild-organisations.js';
import { ImportController } from './import/import.controller.js';
import { ImportRunner } from './import/import.runner.js';
import { InviteHandler } from './invite/invite.handler.js';
import { ProfileController } from './profile/profile.controller.js';
import { ProfileHandler } from './profile/profile.handler.js';
import { SheetController } from './sheet/sheet.controller.js';
import { SheetCheckController } from './sheet-check/sheet-check.controller.js';

/** Profiles of firms: written, imported, claimed, exported. */
@Module({
  controllers: [
    ImportController,
    SheetController,
    SheetCheckController,
    ClaimController,
    ProfileController,
    KnowOrganisations,
    RebuildOrganisations,
  ],
  providers: [
    provideCollection(PROFILES),
    provideCollection(CLAIMS),
    provideCollection(INVITATIONS),
    provideCollection(IMPORTS),
    provideCollection(KNOWN_ORGANISATIONS),
    ProfileHandler,
    ClaimHandler,
    InviteHandler,
    ImportRunner,
  ],
})
export class CapabilityModule {}
