import { Module } from '@nestjs/common';
import { Authenticator } from '#platform/access/access';
import { provideCollection } from '#platform/store/collections';
import { ApiKeysHandler } from './api-keys/api-keys.js';
import { StoredAuthenticator } from './authenticate.js';
import { DecideOrganisationHandler } from './decide-organisation/decide-organisation.js';
import { IdentityController } from './identity.controller.js';
import { API_KEYS, ORGANISATIONS, PASSWORD_LINKS, PEOPLE, SESSIONS } from './identity.store.js';
import { PasswordLinkController } from './password-link/password-link.controller.js';
import { PasswordLinkHandler } from './password-link/password-link.js';
import { PeopleHandler } from './people/people.js';
import { SignInHandler } from './sign-in/sign-in.js';
import { SignUpHandler } from './sign-up/sign-up.js';

/** Organisations, people, sessions and keys. */
@Module({
  controllers: [IdentityController, PasswordLinkController],
  providers: [
    provideCollection(ORGANISATIONS),
    provideCollection(PEOPLE),
    provideCollection(SESSIONS),
    provideCollection(API_KEYS),
    provideCollection(PASSWORD_LINKS),
    SignUpHandler,
    DecideOrganisationHandler,
    SignInHandler,
    PeopleHandler,
    PasswordLinkHandler,
    ApiKeysHandler,
    { provide: Authenticator, useClass: StoredAuthenticator },
  ],
  exports: [Authenticator],
})
export class IdentityModule {}
