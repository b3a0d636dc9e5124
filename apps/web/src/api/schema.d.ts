// Made by npm run web-client from the OpenAPI document. Not for editing.

export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Store and log answer, no group has stopped, indexes have caught up
         * @description The same document with status 503 and the reasons while it is not so.
         */
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/backlog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is still to do: events to send, events to handle */
        get: operations["HealthController_backlog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations, newest first */
        get: operations["IdentityController_list"];
        put?: never;
        /** Sign up an organisation with its first person */
        post: operations["IdentityController_signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an approved organisation of any kind with its first person */
        post: operations["IdentityController_addAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in */
        post: operations["IdentityController_signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["IdentityController_signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["IdentityController_me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change my name or language */
        patch: operations["IdentityController_changeMe"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change my password; ends every session */
        post: operations["IdentityController_changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["IdentityController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve, reject, suspend or reinstate */
        post: operations["IdentityController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether an approved organisation publishes without a review */
        put: operations["IdentityController_trust"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People of an organisation */
        get: operations["IdentityController_listPeople"];
        put?: never;
        /** Add a person; administrators of staff: to any organisation */
        post: operations["IdentityController_addPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Switch a person on or off, or make an administrator; administrators of staff: of any organisation */
        patch: operations["IdentityController_changePerson"];
        trace?: never;
    };
    "/api/v1/organisations/{id}/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API keys of an organisation */
        get: operations["IdentityController_listKeys"];
        put?: never;
        /** Make an API key; its secret is in this answer only */
        post: operations["IdentityController_addKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations/{id}/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["IdentityController_revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people/{id}/password-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a link with which a person sets a new password, once and within a day */
        post: operations["PasswordLinkController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/password-links/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose password a link sets */
        get: operations["PasswordLinkController_read"];
        put?: never;
        /** Set a new password with a link; ends every session of the person */
        post: operations["PasswordLinkController_use"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/lag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events under way: unsent, waiting for each group, and dead letters */
        get: operations["OperationsController_lag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that a group could not handle, oldest first */
        get: operations["OperationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A dead letter with the whole event */
        get: operations["OperationsController_read"];
        put?: never;
        post?: never;
        /** Drop a dead letter: its group never handles the event */
        delete: operations["OperationsController_drop"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver the event to its group again
         * @description The letter is gone then; should the group fail again, there is a new one.
         */
        post: operations["OperationsController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demand-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registered types of demands */
        get: operations["DemandController_types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demands of my organisation, newest first; staff: of all */
        get: operations["DemandController_list"];
        put?: never;
        /** Write a demand (a draft) */
        post: operations["DemandController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One demand
         * @description Published demands are public, without the fields the leader keeps back; others are for their owner and staff.
         */
        get: operations["DemandController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a draft, returned or published demand */
        patch: operations["DemandController_revise"];
        trace?: never;
    };
    "/api/v1/demands/{id}/chosen-firms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The firms that a demand is shown to only, and how far each has come */
        get: operations["ChosenController_read"];
        /**
         * Show it to these firms only, at once or one after the other
         * @description Of a published demand, firms that are added are asked, those that are left out are not any more.
         */
        put: operations["DemandController_choose"];
        post?: never;
        /** Open a demand that was for chosen firms to everybody */
        delete: operations["DemandController_open"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand it in; trusted organisations publish at once */
        post: operations["DemandController_submit"];
        /** Take back what was handed in and is not published yet, to change it */
        delete: operations["DemandController_takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/publication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish what was handed in; of a sensitive demand the first of two people approves, the second publishes */
        post: operations["DemandController_publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/sensitivity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark a demand that is not published yet as sensitive, so that two people of staff look at it
         * @description Its owner may take its own mark away while the demand is a draft or returned; a mark by staff stays.
         */
        put: operations["DemandController_mark"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send it back with a reason */
        post: operations["DemandController_return"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close it: fulfilled or withdrawn */
        post: operations["DemandController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give it a later deadline; an expired one opens again */
        post: operations["DemandController_renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a demand, newest first */
        get: operations["DemandController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was shown what is confidential of a demand, and when; newest first
         * @description Confidential is what firms that it was proposed to do not see. What the owner reads itself is not noted.
         */
        get: operations["AccessLogController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/projections/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend what demands know of firms and proposals, from the log */
        post: operations["KnowFirms_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["ImportController_list"];
        put?: never;
        /**
         * Import firms from a file sent as the body
         * @description Answers at once; read the import for progress and the row-by-row report. Sending the file again changes nothing.
         */
        post: operations["ImportController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress and report of an import */
        get: operations["ImportController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My profile as a sheet to fill in; without one, the headers only */
        get: operations["SheetController_template"];
        put?: never;
        /**
         * What a sheet of mine says of my firm
         * @description Read like an import, for one firm. Nothing is stored: the caller takes over what it wants.
         */
        post: operations["SheetController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheet-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rows of a sheet of firms, with what is wrong beside each cell
         * @description Read like an import. Nothing is stored and nothing brought in.
         */
        post: operations["SheetCheckController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sheet-checks/marked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same sheet as xlsx, wrong cells marked, with a column that says how to mend each row
         * @description At most 50,000 rows. Mended, it can be imported as it is: the column is left out.
         */
        post: operations["SheetCheckController_mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claimable-profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imported profiles that are probably mine */
        get: operations["ClaimController_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims of my organisation; staff: by status */
        get: operations["ClaimController_list"];
        put?: never;
        /** Claim (认领) an imported profile */
        post: operations["ClaimController_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a claim; yes hands the profile over */
        post: operations["ClaimController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an invitation link for a firm without an account */
        post: operations["ClaimController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation is for */
        get: operations["ClaimController_invitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My profile; staff: all, newest first */
        get: operations["ProfileController_list"];
        put?: never;
        /** Write the profile of my organisation; staff: of a firm nobody has claimed */
        post: operations["ProfileController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Profiles that share their name with another */
        get: operations["ProfileController_duplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All profiles as csv, jsonl or xlsx; the import reads it back */
        get: operations["ProfileController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The card of a firm; for its owner and staff the whole profile */
        get: operations["ProfileController_get"];
        put?: never;
        post?: never;
        /** Remove a profile: its owner; staff while nobody owns it */
        delete: operations["ProfileController_remove"];
        options?: never;
        head?: never;
        /** Change a profile: its owner; staff while nobody owns it */
        patch: operations["ProfileController_change"];
        trace?: never;
    };
    "/api/v1/operations/projections/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend what capability knows of organisations, from the log */
        post: operations["RebuildOrganisations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Firms proposed for a demand, best first, each with its reasons */
        get: operations["MatchingController_ofDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The matching of a demand: when, how many, and which firms a must excludes */
        get: operations["MatchingController_decided"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demands proposed to my organisation, newest first; staff: all proposals */
        get: operations["MatchingController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal, for the firm, the demand’s owner and staff */
        get: operations["MatchingController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/advice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the firm could add to its profile to stand better, each tried by ranking again; for the firm and staff */
        get: operations["MatchingController_advice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/firms-to-invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Firms with proposals and no account */
        get: operations["MatchingController_firmsToInvite"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/decision/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came, went and moved when a demand was changed, and why; the last five changes, newest first */
        get: operations["ChangesController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/firms/{firmId}/breakdown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every part of a firm’s score for an open demand, and what it adds
         * @description Staff: of any firm, feature by feature. The demand’s owner: of the firms proposed for it, summed up by groups.
         */
        get: operations["BreakdownController_breakdown"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposal-coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many of all firms are proposed for at least one open demand, by tier */
        get: operations["BreakdownController_coverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demand-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which firms a demand would be proposed to, and what each must that excludes somebody changes
         * @description Ranks as for a published demand. Nothing is stored and nobody is told.
         */
        post: operations["PreviewController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody of my firm has opened the proposal: its leader and staff see when */
        post: operations["AnswerController_see"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a proposal to my firm: interested, or not for us because …; may be changed while it is open */
        post: operations["AnswerController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/training-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of proposals, with the features of that moment, oldest first */
        get: operations["TrainingController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of a demand with scores, reasons and what staff have done to it */
        get: operations["CurateController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hold a list: firms that were not told yet are told when it is released */
        post: operations["CurateController_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send out a list that was held */
        post: operations["CurateController_release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/firms/{firmId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The musts that a firm contradicts, to be looked at before it is put into the list */
        get: operations["CurateController_contradictions"];
        /** Pin, boost or veto a firm, or put it into the list by hand; what is done replaces what was done before */
        put: operations["CurateController_touch"];
        post?: never;
        /** Take back what was done to a firm */
        delete: operations["CurateController_untouch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What other weights would do to the list; nothing is kept */
        post: operations["CurateController_trial"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/weights": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Make the list with other weights from now on */
        put: operations["CurateController_weigh"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/curation/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what to the list, and why; newest first */
        get: operations["CurateController_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/held-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists that wait until staff send them out, the oldest first */
        get: operations["CurationsController_held"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matching-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether new lists wait for staff */
        get: operations["CurationsController_settings"];
        /** Have new lists wait for staff, or not; lists that are there stay as they are */
        put: operations["CurationsController_set"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/like-demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Demands that may be the same as one that waits for its publication or is open, the likest first */
        get: operations["CurationsController_like"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Firms that would fit a demand for chosen firms, best first, to choose from
         * @description Once it is handed in or published. Ranked as for everybody; nothing is stored and nobody is told.
         */
        get: operations["ChosenController_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/response": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The response of my organisation to a demand, with what is missing */
        get: operations["RespondController_mine"];
        /**
         * Write the response (揭榜) of my organisation to a demand; kept as a draft until it is handed in
         * @description The whole content each time; may be sent while typing. One response for each demand and organisation.
         */
        put: operations["RespondController_write"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the response in; what is needed must be there */
        post: operations["RespondController_submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the response back; it can be written and handed in again */
        post: operations["RespondController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/questions/{questionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer a question of the demand’s owner */
        post: operations["RespondController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/shortlisting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a response on the shortlist of my demand, or take it off */
        post: operations["DecideController_shortlist"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the firm about its response */
        post: operations["DecideController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/rejection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do not go on with a response, with the reason that the firm reads */
        post: operations["DecideController_reject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/choice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a response; as many as the demand wants, three unless it says otherwise */
        post: operations["DecideController_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Responses to my demand, in the order they came */
        get: operations["ResponsesController_ofDemand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Responses of my organisation, newest first; staff: all that were handed in */
        get: operations["ResponsesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many responses to each of my demands wait for me
         * @description Of the 1,000 that have waited longest; a demand for which nothing waits is left out.
         */
        get: operations["ResponsesController_waiting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One response, for the firm, the demand’s owner and staff */
        get: operations["ResponsesController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every step of a response, newest first */
        get: operations["ResponsesController_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the responses to a demand are judged, by whom, and once all sheets are in the results with their spread */
        get: operations["EvaluationController_read"];
        /** Have the responses that are in judged by several people; may be changed until the first sheet is in */
        put: operations["EvaluationController_setUp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/evaluation/evaluators/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Go on without an evaluator, whose sheets are dropped */
        delete: operations["EvaluationController_leaveOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/responses/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** An evaluator judges a response; may be changed until all sheets are in */
        put: operations["EvaluationController_handIn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn to a firm about my demand; one thread for each firm, the one that is there is answered */
        post: operations["ThreadController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/approach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn to the owner of a demand that was proposed to my firm; the thread that is there is answered */
        post: operations["ThreadController_approach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/steps/{step}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say who sees to a step, by when, and what there is of it */
        put: operations["ThreadController_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/steps/{step}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A step is done or skipped; only the owner of the demand confirms the NDA, which opens what is kept for it */
        post: operations["ThreadController_closeStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a thread over to another person of the same side */
        post: operations["ThreadController_handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/readers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** The owner of the demand names who of the firm may, once the NDA is signed, read what is kept for named readers */
        put: operations["ThreadController_nameReaders"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/ending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a thread with the reason */
        post: operations["ThreadController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages of a thread, newest first */
        get: operations["ThreadController_messages"];
        put?: never;
        /** Write to the other side */
        post: operations["ThreadController_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Threads (对接) of my organisation, what has changed last first; staff: all, or those without an owner */
        get: operations["ThreadsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One thread, for its two sides and staff */
        get: operations["ThreadsController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every change of a thread, newest first */
        get: operations["ThreadsController_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/demands/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Files of a demand that the caller may read at its stage, newest first
         * @description Who may read which: docs/disclosure.md. That somebody is shown confidential ones is noted.
         */
        get: operations["FilesController_listOfDemand"];
        put?: never;
        /**
         * Add a file to my demand, kept to a circle
         * @description PDF, JPEG, PNG, WebP, docx, xlsx or pptx, told by its content; at most 20 MB; PDF without password or script
         */
        post: operations["FilesController_addToDemand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/engagements/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files of a thread, newest first */
        get: operations["FilesController_listOfThread"];
        put?: never;
        /**
         * Send the other side a file, as a message or as evidence of a step
         * @description PDF, JPEG, PNG, WebP, docx, xlsx or pptx, told by its content; at most 20 MB; PDF without password or script
         */
        post: operations["FilesController_addToThread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file; PDF and pictures that are not one’s own carry who has taken them, and when */
        get: operations["FilesController_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a file away; what a thread that is over rests on stays */
        delete: operations["FilesController_remove"];
        options?: never;
        head?: never;
        /** Keep a file of my demand to another circle */
        patch: operations["FilesController_keepTo"];
        trace?: never;
    };
    "/api/v1/operations/projections/engagement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend what engagement knows of demands, firms, organisations, people and proposals, from the log */
        post: operations["RebuildKnown_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/projections/insight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend the facts and figures of the funnel, from the log */
        post: operations["RebuildFacts_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/funnel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many demands were published, and how far the firms that were told of them have come */
        get: operations["InsightController_lines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as an xlsx file: one sheet each by chain, month, leader and region */
        get: operations["InsightController_sheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The demands behind the figures, the latest first */
        get: operations["InsightController_demands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/demands/{id}/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The firms of one demand and how far each has come */
        get: operations["InsightController_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insight/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Adds up all stored facts and compares every figure with them
         * @description Reads everything once. What is on its way may show as wrong for a moment.
         */
        get: operations["InsightController_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that are open or over, the latest day first; staff: all, the last changed first */
        get: operations["MatchmakingController_list"];
        put?: never;
        /** Plan an event (a draft) */
        post: operations["MatchmakingController_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event; drafts are for staff */
        get: operations["MatchmakingController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change it; times, tables and limits until it has a schedule */
        patch: operations["MatchmakingController_revise"];
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/phase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take it to the next phase, or one back where that is possible */
        post: operations["MatchmakingController_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what at an event, newest first */
        get: operations["MatchmakingController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite organisations; those that are registered already stay as they are */
        post: operations["RegistrationController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/demands/{demandId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Choose a public demand for the event: its leader is invited with it, or brings it too */
        put: operations["RegistrationController_bring"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registrations, the last changed first */
        get: operations["RegistrationController_list"];
        put?: never;
        /** Come to the event: who was invited takes part at once, others when staff have approved it */
        post: operations["RegistrationController_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The registration of my organisation */
        get: operations["RegistrationController_own"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Say anew who of my organisation comes, when, and with which demands */
        patch: operations["RegistrationController_revise"];
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/registration/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decline the invitation, or stay away after all */
        post: operations["RegistrationController_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/registrations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Tables, limits and representatives of a participant */
        patch: operations["RegistrationController_reviseFor"];
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/registrations/{organisationId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject an application */
        post: operations["RegistrationController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events that my organisation is invited to or takes part in, the last changed first */
        get: operations["OwnRegistrationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a participant can meet: the other side by name, with fit where the two were matched */
        get: operations["DirectoryController_participants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public demands that leaders bring, those of the invited too */
        get: operations["DirectoryController_demands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations proposed for demands of the event and not registered, the best fit first */
        get: operations["DirectoryController_candidates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/participant-sheet-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An empty sheet of participants with its headers, to fill in */
        get: operations["ParticipantSheetController_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/participant-sheet-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an invitation of the rows of a sheet would come to, with what is wrong beside each row
         * @description Columns by their headers: name or credit code; role; most meetings; those it must meet and would meet, by name or credit code between semicolons. Nothing is kept.
         */
        post: operations["ParticipantSheetController_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/participant-sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite those whose row is right, with their limits and wishes
         * @description Rows with something wrong stay out; who is there already stays as it is, so a repeat changes nothing.
         */
        post: operations["ParticipantSheetController_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom my organisation wants to meet */
        get: operations["PreferencesOfEventController_own"];
        /**
         * Say whom my organisation must, would or will not meet
         * @description In place of what was said before. Who says nothing meets whom it was matched with. `blocked` is told to nobody: the other side sees no difference.
         */
        put: operations["PreferencesOfEventController_give"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schedules of the event, the newest first */
        get: operations["ScheduleController_list"];
        put?: never;
        /** Make a schedule of the event as it stands; locked meetings stay */
        post: operations["ScheduleController_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a schedule is, and how good */
        get: operations["ScheduleController_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/schedules/{scheduleId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop the search: the best so far is the schedule */
        post: operations["ScheduleController_stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/why-not/{leaderId}/{smeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why two do not meet, and the least that would let them */
        get: operations["ScheduleController_whyNot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the event would come to with one thing changed; nothing is kept */
        post: operations["ScheduleController_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/agenda/why-not/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why my organisation does not meet another
         * @description Says nothing of the other side: whether it would not, could not or was full is its own matter.
         */
        get: operations["ScheduleController_whyNotMine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All meetings of the event, cancelled ones too */
        get: operations["PlanController_plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/plan/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All meetings as an xlsx sheet, at the times of the reader’s clock */
        get: operations["PlanController_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/meetings/{meetingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Lock a meeting, or let it go */
        patch: operations["PlanController_lock"];
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/meetings/{meetingId}/place-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What it would cost to hold a meeting elsewhere; nothing is kept */
        post: operations["PlanController_checkPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/meetings/{meetingId}/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Hold a meeting in another slot or at another table; what is in its way moves or is cancelled */
        put: operations["PlanController_place"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have two meet who do not, as staff have agreed with them
         * @description Limits, absences and tables give way, other meetings do not. The meeting is locked.
         */
        post: operations["PlanController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/unmet-wishes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Wishes that the plan does not hold */
        get: operations["PlanController_unmet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/agenda": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The meetings of my organisation, once the schedule is final */
        get: operations["PlanController_agenda"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/check-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody is at the door with the code of their organisation */
        post: operations["DayController_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/meetings/{meetingId}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what came of a meeting of mine that has begun; the other side says its own */
        put: operations["DayController_outcome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What my organisation has said of its meetings */
        get: operations["DayController_outcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/no-shows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who should sit at a table for some minutes and has not come, the longest awaited first */
        get: operations["DayController_noShows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/absence-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would be put in for somebody who does not come; nothing is kept */
        post: operations["DayController_checkAbsence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/absences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody does not come: the seats across from them are filled with those who are there */
        post: operations["DayController_absence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/delay-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a delay of a table would move; nothing is kept */
        post: operations["DayController_checkDelay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/delays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A table runs late: its meetings move, what cannot be held is cancelled */
        post: operations["DayController_delay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/seat-offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has been asked, and what they say; the newest first */
        get: operations["SeatOffersController_list"];
        put?: never;
        /**
         * Somebody does not come: ask a standby and who waits, for each seat, whether they would meet
         * @description Nothing changes until both have said yes; then the meeting is in the plan at once and takes the place of the lost one. Asked again, the next standby is asked about seats that nobody is being asked about. Answers the new offers.
         */
        post: operations["SeatOffersController_ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/seat-offers/{offerId}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the two into the plan without waiting for their answers */
        post: operations["SeatOffersController_place"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/seat-offers/{offerId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether my organisation takes a meeting that it is asked for
         * @description The second yes puts it into the plan: the answer says whether it is there (`placed`).
         */
        post: operations["SeatOffersController_answer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an address that calendars subscribe to; the one before ends */
        post: operations["CalendarController_make"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The agenda behind a secret address, as iCalendar */
        get: operations["CalendarController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/fairness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who meets how many, and how many of those it wished for */
        get: operations["ReportController_fairness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matchmaking-events/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came of the event, in figures */
        get: operations["ReportController_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/projections/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend what events know of organisations, demands and proposals, from the log */
        post: operations["RebuildKnownToEvents_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My notices, newest first */
        get: operations["NotificationController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many notices I have not read */
        get: operations["NotificationController_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark notices as read */
        post: operations["NotificationController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My notices as they come (server-sent events)
         * @description Each event is a notice; after a break, Last-Event-ID goes on where it stopped, with nothing lost or doubled.
         */
        get: operations["NotificationController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notices/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What I want to be told */
        get: operations["NotificationController_readPreferences"];
        /** Choose what I want to be told */
        put: operations["NotificationController_writePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My channels: on which ways I am told outside the product */
        get: operations["ChannelsController_list"];
        put?: never;
        /**
         * Add a channel: mail, a robot of a WeCom, DingTalk or Feishu group, or a system of your own
         * @description A webhook is signed as Standard Webhooks 1.0 says; its secret is in this answer and in no other.
         */
        post: operations["ChannelsController_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kinds of channels that this installation has */
        get: operations["ChannelsController_kinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a channel */
        delete: operations["ChannelsController_remove"];
        options?: never;
        head?: never;
        /** Change, stop or resume a channel */
        patch: operations["ChannelsController_change"];
        trace?: never;
    };
    "/api/v1/notice-channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message now and tell what became of it */
        post: operations["ChannelsController_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-channels/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What went out on a channel, newest first, with receipts */
        get: operations["ChannelsController_sent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/unsubscribe/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page that asks whether to end a channel */
        get: operations["UnsubscribeController_ask"];
        put?: never;
        /** End the channel that a message came on, without signing in */
        post: operations["UnsubscribeController_end"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand in a mail that came to the sender’s address
         * @description A report that a mail was not delivered (RFC 3464) counts as its answer. Any other mail is passed over, so that the whole mailbox may be handed in.
         */
        post: operations["BouncesController_take"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/failed-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages that were given up, newest first */
        get: operations["FailedMessagesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/failed-messages/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again that was given up */
        post: operations["FailedMessagesController_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The words of every kind of notice, with what may stand in them */
        get: operations["WordsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-words/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a kind of notice other words, in both languages */
        put: operations["WordsController_set"];
        post?: never;
        /** Back to the words of the house */
        delete: operations["WordsController_reset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-words/{kind}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How these words look in the product, in a mail and from a robot; nothing is kept */
        post: operations["WordsController_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notice-words/{kind}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who changed the words, when, and to what; newest first */
        get: operations["WordsController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/projections/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mend what notification knows of people, from the log */
        post: operations["RebuildRecipients_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/demands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find published demands */
        get: operations["SearchController_demands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/firms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find firms by their cards */
        get: operations["SearchController_firms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find organisations by name or credit code */
        get: operations["SearchController_organisations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operations/reindex": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the search indexes anew and switch to them */
        post: operations["SearchController_reindex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        FieldProblem: {
            /**
             * @description JSON pointer of the input field
             * @example /deadline
             */
            pointer: string;
            /** @example demand.deadline_past */
            code: string;
            detail: string;
        };
        Problem: {
            /** @example /problems/demand.deadline_past */
            type: string;
            title: string;
            /** @example 422 */
            status: number;
            /** @description One sentence in the language of Accept-Language (zh or en) that says what to change */
            detail: string;
            /** @description Stable code */
            code: string;
            /** @description Id of the request */
            instance: string;
            errors?: components["schemas"]["FieldProblem"][];
        };
        LiveView: {
            status: string;
        };
        CheckView: {
            /** @example log */
            name: string;
            ready: boolean;
            /** @description Why it is not ready */
            why?: string;
        };
        ReadyView: {
            /** @enum {string} */
            status: "ready" | "not-ready";
            checks: components["schemas"]["CheckView"][];
        };
        GroupLagView: {
            group: string;
            topic: string;
            /** @description Events not handled yet */
            events: number;
            /** @description Why the group has stopped */
            stopped?: string;
        };
        BacklogView: {
            /** @description Events written and not on the log yet; absent while unknown */
            unsent?: number;
            /** @description Groups with events to handle, or stopped; absent while unknown */
            lag?: components["schemas"]["GroupLagView"][];
        };
        FounderInput: {
            /** @example 王敏 */
            name: string;
            /**
             * Format: email
             * @example wangmin@example.com
             */
            email: string;
            /**
             * Format: password
             * @example a long password
             */
            password: string;
        };
        SignUpInput: {
            /** @example 青岛示例精密机械有限公司 */
            name: string;
            /**
             * @example sme
             * @enum {string}
             */
            kind: "leader" | "sme";
            /** @example 91370200264574251E */
            creditCode: string;
            /** @example 山东省青岛市 */
            region?: string;
            /** @description The code of an invitation, to take over an imported profile */
            invitation?: string;
            person: components["schemas"]["FounderInput"];
        };
        OrganisationView: {
            id: string;
            version: number;
            name: string;
            /** @enum {string} */
            kind: "leader" | "sme" | "staff";
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "suspended";
            creditCode?: string;
            region?: string;
            selfPublish: boolean;
            reason?: string;
            createdAt: string;
        };
        PersonView: {
            id: string;
            organisationId: string;
            name: string;
            email: string;
            admin: boolean;
            active: boolean;
            /** @enum {string} */
            language: "zh" | "en";
        };
        SignedUpView: {
            organisation: components["schemas"]["OrganisationView"];
            person: components["schemas"]["PersonView"];
        };
        AddAccountInput: {
            organisation: string;
            /** @enum {string} */
            kind: "leader" | "sme" | "staff";
            /** @example 91370200264574251E */
            creditCode?: string;
            region?: string;
            person: components["schemas"]["FounderInput"];
        };
        SignInInput: {
            /** Format: email */
            email: string;
            /** Format: password */
            password: string;
        };
        SessionView: {
            /** @description Bearer token; browsers also get it as a cookie */
            token: string;
            expiresAt: string;
            person: components["schemas"]["PersonView"];
        };
        MeView: {
            /** @description anonymous, pending, sme, leader, staff or operator */
            role: string;
            admin: boolean;
            person?: components["schemas"]["PersonView"];
            organisation?: components["schemas"]["OrganisationView"];
        };
        ChangeMeInput: {
            name?: string;
            /** @enum {string} */
            language?: "zh" | "en";
        };
        ChangePasswordInput: {
            /** Format: password */
            currentPassword: string;
            /** Format: password */
            password: string;
        };
        OrganisationViewPage: {
            items: components["schemas"]["OrganisationView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        DecideOrganisationInput: {
            /**
             * @example approve
             * @enum {string}
             */
            decision: "approve" | "reject" | "suspend" | "reinstate";
            /** @description Needed to reject or suspend; the organisation reads it */
            reason?: string;
            /** @description May publish demands without a review by staff */
            selfPublish?: boolean;
        };
        TrustInput: {
            /** @description May publish demands without a review by staff */
            selfPublish: boolean;
        };
        PersonViewPage: {
            items: components["schemas"]["PersonView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        AddPersonInput: {
            name: string;
            /** Format: email */
            email: string;
            /**
             * Format: password
             * @description Left out: the person sets one with a link
             */
            password?: string;
            admin?: boolean;
        };
        ChangePersonInput: {
            admin?: boolean;
            active?: boolean;
        };
        ApiKeyView: {
            id: string;
            name: string;
            /** @description First characters of the secret */
            hint: string;
            createdAt: string;
            /** @description The key itself; shown once, when it is made */
            secret?: string;
        };
        ApiKeyViewPage: {
            items: components["schemas"]["ApiKeyView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        AddApiKeyInput: {
            /** @example ERP */
            name: string;
        };
        PasswordLinkView: {
            /** @description Whose password it sets */
            name: string;
            /** @description What the person signs in with */
            email: string;
            expiresAt: string;
            /** @description The link to hand to the person; shown once, when it is made */
            url?: string;
        };
        NewPasswordInput: {
            /** Format: password */
            password: string;
        };
        UnsentView: {
            /** @description Events written and not on the log yet */
            count: number;
            /** @description Time of the oldest of them */
            oldest?: string;
            /** @description Its age in seconds */
            ageSeconds?: number;
        };
        LetterCountView: {
            group: string;
            /** @description Dead letters, counted up to 1,000 */
            letters: number;
            /** @description There are as many or more */
            capped: boolean;
        };
        LagView: {
            /** @description Every group and topic */
            groups: components["schemas"]["GroupLagView"][];
            unsent: components["schemas"]["UnsentView"];
            /** @description Groups that have dead letters */
            deadLetters: components["schemas"]["LetterCountView"][];
        };
        LetterEventView: {
            topic: string;
            type: string;
            subject: string;
            id: string;
        };
        LetterView: {
            id: string;
            /** @description Group that could not handle the event */
            group: string;
            reason: string;
            /** @description When it was set aside */
            at: string;
            event: components["schemas"]["LetterEventView"];
        };
        LetterViewPage: {
            items: components["schemas"]["LetterView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        WholeLetterView: {
            id: string;
            /** @description Group that could not handle the event */
            group: string;
            reason: string;
            /** @description When it was set aside */
            at: string;
            /** @description The event with its data (CloudEvents 1.0) */
            event: Record<string, never>;
        };
        DemandTypeView: {
            /** @enum {string} */
            id: "supply" | "breakthrough" | "joint-research" | "scenario" | "substitution" | "service";
            name: string;
        };
        RequirementInput: {
            /** @description Unique within the demand; given when left out */
            id?: string;
            /** @example 节圆直径公差 */
            name: string;
            /** @example ≤ 0.02 */
            target: string;
            /** @example mm */
            unit?: string;
            /** @description true: a must; false: nice to have */
            must: boolean;
            /** @example 三坐标测量 */
            testMethod?: string;
            /**
             * @description Who may see it; default public
             * @enum {string}
             */
            disclosure?: "public" | "matched" | "nda" | "named" | "owner";
        };
        CertificateInput: {
            /** @example IATF 16949 */
            name: string;
            must: boolean;
        };
        RegionsInput: {
            /**
             * @example [
             *       "山东省"
             *     ]
             */
            values: string[];
            /** @description true: firms known to be elsewhere are excluded */
            must: boolean;
        };
        DatesInput: {
            /** Format: date */
            sample?: string;
            /** Format: date */
            pilot?: string;
            /** Format: date */
            mass?: string;
        };
        BudgetInput: {
            /** @description CNY */
            min?: number;
            /** @description CNY */
            max?: number;
        };
        ChosenFirmInput: {
            firmId: string;
        };
        ChosenFirmsInput: {
            /**
             * @description All are asked at once, or the next one when it is over for the one before
             * @enum {string}
             */
            order: "at-once" | "in-turn";
            /** @description Days that a firm has to hand in a response; needed in turn. Without them until the deadline */
            days?: number;
            /** @description In the order in which they are asked */
            firms: components["schemas"]["ChosenFirmInput"][];
        };
        DemandInput: {
            background?: string | null;
            requirements?: components["schemas"]["RequirementInput"][];
            chain?: string | null;
            link?: string | null;
            process?: string | null;
            quantity?: string | null;
            certificates?: components["schemas"]["CertificateInput"][];
            regions?: components["schemas"]["RegionsInput"] | null;
            /** @description Organisations or firms (id or credit code) that must not hear of it */
            blocked?: string[];
            /**
             * @example supply
             * @enum {string}
             */
            type: "supply" | "breakthrough" | "joint-research" | "scenario" | "substitution" | "service";
            /** @example 冰箱压缩机用精密齿轮配套 */
            title: string;
            dates?: components["schemas"]["DatesInput"] | null;
            budget?: components["schemas"]["BudgetInput"] | null;
            /** @description How many SMEs are wanted */
            wanted?: number;
            ipTerms?: string | null;
            /**
             * Format: date-time
             * @description Instant, or a day that ends in China Standard Time
             * @example 2027-06-30
             */
            deadline: string;
            /** @description Who may see which field: see docs/disclosure.md; budget is nda unless said */
            disclosure?: {
                /** @enum {string} */
                ownerName?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                background?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                requirements?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                chain?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                link?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                process?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                quantity?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                dates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                regions?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                budget?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                wanted?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                ipTerms?: "public" | "matched" | "nda" | "named" | "owner";
            };
            /** @description Shown to these firms only; null: to everybody. Not once it has been public */
            chosen?: components["schemas"]["ChosenFirmsInput"] | null;
        };
        ChosenFirmView: {
            firmId: string;
            firmName: string;
        };
        ChosenFirmsView: {
            /**
             * @description All are asked at once, or the next one when it is over for the one before
             * @enum {string}
             */
            order: "at-once" | "in-turn";
            /** @description Days that a firm has to hand in a response; needed in turn. Without them until the deadline */
            days?: number;
            /** @description In the order in which they are asked */
            firms: components["schemas"]["ChosenFirmView"][];
        };
        ApprovalView: {
            byId: string;
            byName: string;
            at: string;
            checks: ("clear" | "measurable" | "feasible" | "fair" | "no-secrets" | "entitled" | "not-twice")[];
        };
        DemandDocument: {
            background?: string | null;
            requirements?: components["schemas"]["RequirementInput"][];
            chain?: string | null;
            link?: string | null;
            process?: string | null;
            quantity?: string | null;
            certificates?: components["schemas"]["CertificateInput"][];
            regions?: components["schemas"]["RegionsInput"] | null;
            /** @description Organisations or firms (id or credit code) that must not hear of it */
            blocked?: string[];
            /**
             * @example supply
             * @enum {string}
             */
            type?: "supply" | "breakthrough" | "joint-research" | "scenario" | "substitution" | "service";
            title?: string;
            dates?: components["schemas"]["DatesInput"] | null;
            budget?: components["schemas"]["BudgetInput"] | null;
            /** @description How many SMEs are wanted */
            wanted?: number;
            ipTerms?: string | null;
            /**
             * Format: date-time
             * @description Instant, or a day that ends in China Standard Time
             */
            deadline?: string;
            /** @description Who may see which field: see docs/disclosure.md; budget is nda unless said */
            disclosure?: {
                /** @enum {string} */
                ownerName?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                background?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                requirements?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                chain?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                link?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                process?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                quantity?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                dates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                regions?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                budget?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                wanted?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                ipTerms?: "public" | "matched" | "nda" | "named" | "owner";
            };
            /** @description For owner and staff: the firms that it is shown to, and nobody else */
            chosen?: components["schemas"]["ChosenFirmsView"] | null;
            id: string;
            version: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "returned" | "published" | "closed";
            ownerId?: string;
            ownerName?: string;
            /** @enum {string} */
            closeReason?: "fulfilled" | "withdrawn" | "expired";
            returnReason?: string;
            /**
             * @description Who has marked it as sensitive: it is published when two people of staff have looked at it
             * @enum {string}
             */
            sensitive?: "owner" | "staff";
            /** @description The first of two looks, while it waits for the second */
            approval?: components["schemas"]["ApprovalView"];
            createdAt?: string;
            updatedAt?: string;
            publishedAt?: string;
            closedAt?: string;
            withheld: string[];
        };
        DemandDocumentPage: {
            items: components["schemas"]["DemandDocument"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        DemandChangeInput: {
            background?: string | null;
            requirements?: components["schemas"]["RequirementInput"][];
            chain?: string | null;
            link?: string | null;
            process?: string | null;
            quantity?: string | null;
            certificates?: components["schemas"]["CertificateInput"][];
            regions?: components["schemas"]["RegionsInput"] | null;
            /** @description Organisations or firms (id or credit code) that must not hear of it */
            blocked?: string[];
            /**
             * @example supply
             * @enum {string}
             */
            type?: "supply" | "breakthrough" | "joint-research" | "scenario" | "substitution" | "service";
            title?: string;
            dates?: components["schemas"]["DatesInput"] | null;
            budget?: components["schemas"]["BudgetInput"] | null;
            /** @description How many SMEs are wanted */
            wanted?: number;
            ipTerms?: string | null;
            /**
             * Format: date-time
             * @description Instant, or a day that ends in China Standard Time
             */
            deadline?: string;
            /** @description Who may see which field: see docs/disclosure.md; budget is nda unless said */
            disclosure?: {
                /** @enum {string} */
                ownerName?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                background?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                requirements?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                chain?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                link?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                process?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                quantity?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                dates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                regions?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                budget?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                wanted?: "public" | "matched" | "nda" | "named" | "owner";
                /** @enum {string} */
                ipTerms?: "public" | "matched" | "nda" | "named" | "owner";
            };
            /** @description Shown to these firms only; null: to everybody. Not once it has been public */
            chosen?: components["schemas"]["ChosenFirmsInput"] | null;
        };
        ReviewInput: {
            /** @description What was looked at and found right; kept with the decision */
            checks?: ("clear" | "measurable" | "feasible" | "fair" | "no-secrets" | "entitled" | "not-twice")[];
        };
        SensitivityInput: {
            sensitive: boolean;
        };
        ReturnInput: {
            /** @description What was looked at and found right; kept with the decision */
            checks?: ("clear" | "measurable" | "feasible" | "fair" | "no-secrets" | "entitled" | "not-twice")[];
            /** @example 请补充测试方法 */
            reason: string;
        };
        CloseInput: {
            /** @enum {string} */
            reason: "fulfilled" | "withdrawn";
            note?: string;
        };
        RenewInput: {
            /**
             * Format: date-time
             * @example 2027-12-31
             */
            deadline: string;
        };
        FieldChangeView: {
            field: string;
            /** @description As it was; absent when there was none */
            from?: string | number | Record<string, never> | unknown[];
            /** @description As it became; absent when it was taken away */
            to?: string | number | Record<string, never> | unknown[];
        };
        DemandHistoryView: {
            version: number;
            at: string;
            byName: string;
            action: string;
            note?: string;
            /** @description What the reviewer had ticked */
            checks?: ("clear" | "measurable" | "feasible" | "fair" | "no-secrets" | "entitled" | "not-twice")[];
            fields: components["schemas"]["FieldChangeView"][];
        };
        DemandHistoryViewPage: {
            items: components["schemas"]["DemandHistoryView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        DemandAccessView: {
            at: string;
            byName: string;
            organisationName?: string;
            /** @enum {string} */
            side: "firm" | "staff";
            /**
             * @description Where it was shown
             * @enum {string}
             */
            readIn: "demand" | "list" | "history" | "thread" | "files" | "download";
            fields: ("ownerName" | "background" | "requirements" | "chain" | "link" | "process" | "quantity" | "dates" | "certificates" | "regions" | "budget" | "wanted" | "ipTerms")[];
            /** @description Names of files that were listed or taken */
            files?: string[];
        };
        DemandAccessViewPage: {
            items: components["schemas"]["DemandAccessView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        RebuiltView: {
            /** @description Documents made or mended */
            written: number;
            /** @description Documents that were right */
            unchanged: number;
            /** @description Documents without an event */
            removed: number;
        };
        RowProblemView: {
            /** @description Row as the sheet shows it */
            row: number;
            column?: string;
            code: string;
            value?: string;
            /** @description Which cell, what is wrong, how to mend it */
            text: string;
        };
        ImportNoticeView: {
            code: string;
            text: string;
        };
        ImportView: {
            id: string;
            fileName: string;
            /** @enum {string} */
            format: "xlsx" | "csv" | "jsonl";
            /** @enum {string} */
            status: "checking" | "importing" | "done" | "refused";
            checkOnly: boolean;
            createdAt: string;
            finishedAt?: string;
            /** @description Rows that are firms */
            rows: number;
            /** @description Of these brought in so far */
            handled: number;
            created: number;
            updated: number;
            unchanged: number;
            /** @description Rows of claimed profiles, left to their owners */
            kept: number;
            problemCount: number;
            /** @description The first 1,000 */
            problems: components["schemas"]["RowProblemView"][];
            notices: components["schemas"]["ImportNoticeView"][];
            /** @description Why the whole file was refused */
            refusal?: string;
        };
        ImportViewPage: {
            items: components["schemas"]["ImportView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        CertificateLine: {
            /** @example ISO 9001:2015 */
            name: string;
            number?: string;
            /**
             * Format: date
             * @example 2028-05-31
             */
            validUntil?: string;
        };
        ProfileChangeInput: {
            name?: string;
            /** @example 91370200264574251E */
            creditCode?: string;
            /** @example 山东省青岛市城阳区 */
            region?: string | null;
            /**
             * @example [
             *       "精密齿轮"
             *     ]
             */
            products?: string[];
            /**
             * @example [
             *       "磨齿"
             *     ]
             */
            processes?: string[];
            /**
             * @example [
             *       "蜗杆砂轮磨齿机3台"
             *     ]
             */
            equipment?: string[];
            certificates?: components["schemas"]["CertificateLine"][];
            /**
             * @example [
             *       "一种齿轮修形方法"
             *     ]
             */
            patents?: string[];
            /**
             * @example [
             *       "为某冰箱厂供应压缩机齿轮"
             *     ]
             */
            cases?: string[];
            /**
             * @example [
             *       "月产齿轮20万件"
             *     ]
             */
            capacity?: string[];
            /**
             * @example [
             *       "齿轮制造"
             *     ]
             */
            domains?: string[];
            /**
             * @example [
             *       "通用设备制造业"
             *     ]
             */
            industries?: string[];
            employees?: number | null;
            /** @example 专精特新中小企业 */
            tier?: string | null;
            text?: string | null;
            /** @description Who may see which field; public unless said */
            disclosure?: {
                /** @enum {string} */
                creditCode?: "public" | "matched" | "owner";
                /** @enum {string} */
                equipment?: "public" | "matched" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "owner";
                /** @enum {string} */
                patents?: "public" | "matched" | "owner";
                /** @enum {string} */
                cases?: "public" | "matched" | "owner";
                /** @enum {string} */
                capacity?: "public" | "matched" | "owner";
                /** @enum {string} */
                employees?: "public" | "matched" | "owner";
                /** @enum {string} */
                text?: "public" | "matched" | "owner";
            };
        };
        SheetView: {
            /** @description Rows that speak of the firm; joined to one profile */
            rows: number;
            /** @description What the sheet says; fields of which it says nothing are left out */
            profile?: components["schemas"]["ProfileChangeInput"];
            /** @description The first 100 */
            problems: components["schemas"]["RowProblemView"][];
            notices: components["schemas"]["ImportNoticeView"][];
            /** @description Why the whole file was refused */
            refusal?: string;
        };
        WrongCellView: {
            /** @description Position of the cell in the row, from 0; -1 when the whole row is meant */
            at: number;
            /** @description What is wrong and how to mend it */
            text: string;
        };
        CheckedRowView: {
            /** @description Row as the sheet shows it */
            row: number;
            /** @description What stands in the cells, each at most 200 characters */
            cells: string[];
            wrong: components["schemas"]["WrongCellView"][];
        };
        CheckedSheetView: {
            /** @description What stands above the columns */
            header: string[];
            /** @description In the order of the sheet: the first 500 with something wrong in them, and the first 500 of all */
            rows: components["schemas"]["CheckedRowView"][];
            /** @description Rows with anything in them */
            rowCount: number;
            /** @description Of these with something wrong in them */
            wrongCount: number;
            notices: components["schemas"]["ImportNoticeView"][];
            /** @description Why the sheet was not read, or not to its end */
            refusal?: string;
        };
        DuplicateView: {
            id: string;
            name: string;
            creditCode?: string;
            externalId?: string;
            region?: string;
            claimed: boolean;
            /** @description Profiles with the same key have the same name after normalising */
            duplicateKey: string;
        };
        ClaimInput: {
            profileId: string;
        };
        ClaimView: {
            id: string;
            profileId: string;
            firmName: string;
            organisationId: string;
            organisationName: string;
            /** @enum {string} */
            status: "requested" | "accepted" | "refused";
            reason?: string;
            createdAt: string;
        };
        ClaimViewPage: {
            items: components["schemas"]["ClaimView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        ClaimDecisionInput: {
            /** @enum {string} */
            decision: "accept" | "refuse";
            reason?: string;
        };
        InvitationInput: {
            profileId: string;
        };
        InvitationView: {
            firmName: string;
            profileId: string;
            expiresAt: string;
            /** @description The code; shown once, when it is made */
            code?: string;
            /** @description The link to send to the firm */
            url?: string;
        };
        ProfileInput: {
            /** @example 青岛示例精密机械有限公司 */
            name: string;
            /** @example 91370200264574251E */
            creditCode?: string;
            /** @example 山东省青岛市城阳区 */
            region?: string | null;
            /**
             * @example [
             *       "精密齿轮"
             *     ]
             */
            products?: string[];
            /**
             * @example [
             *       "磨齿"
             *     ]
             */
            processes?: string[];
            /**
             * @example [
             *       "蜗杆砂轮磨齿机3台"
             *     ]
             */
            equipment?: string[];
            certificates?: components["schemas"]["CertificateLine"][];
            /**
             * @example [
             *       "一种齿轮修形方法"
             *     ]
             */
            patents?: string[];
            /**
             * @example [
             *       "为某冰箱厂供应压缩机齿轮"
             *     ]
             */
            cases?: string[];
            /**
             * @example [
             *       "月产齿轮20万件"
             *     ]
             */
            capacity?: string[];
            /**
             * @example [
             *       "齿轮制造"
             *     ]
             */
            domains?: string[];
            /**
             * @example [
             *       "通用设备制造业"
             *     ]
             */
            industries?: string[];
            employees?: number | null;
            /** @example 专精特新中小企业 */
            tier?: string | null;
            text?: string | null;
            /** @description Who may see which field; public unless said */
            disclosure?: {
                /** @enum {string} */
                creditCode?: "public" | "matched" | "owner";
                /** @enum {string} */
                equipment?: "public" | "matched" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "owner";
                /** @enum {string} */
                patents?: "public" | "matched" | "owner";
                /** @enum {string} */
                cases?: "public" | "matched" | "owner";
                /** @enum {string} */
                capacity?: "public" | "matched" | "owner";
                /** @enum {string} */
                employees?: "public" | "matched" | "owner";
                /** @enum {string} */
                text?: "public" | "matched" | "owner";
            };
        };
        ProfileDocument: {
            name?: string;
            /** @example 91370200264574251E */
            creditCode?: string;
            /** @example 山东省青岛市城阳区 */
            region?: string | null;
            /**
             * @example [
             *       "精密齿轮"
             *     ]
             */
            products?: string[];
            /**
             * @example [
             *       "磨齿"
             *     ]
             */
            processes?: string[];
            /**
             * @example [
             *       "蜗杆砂轮磨齿机3台"
             *     ]
             */
            equipment?: string[];
            certificates?: components["schemas"]["CertificateLine"][];
            /**
             * @example [
             *       "一种齿轮修形方法"
             *     ]
             */
            patents?: string[];
            /**
             * @example [
             *       "为某冰箱厂供应压缩机齿轮"
             *     ]
             */
            cases?: string[];
            /**
             * @example [
             *       "月产齿轮20万件"
             *     ]
             */
            capacity?: string[];
            /**
             * @example [
             *       "齿轮制造"
             *     ]
             */
            domains?: string[];
            /**
             * @example [
             *       "通用设备制造业"
             *     ]
             */
            industries?: string[];
            employees?: number | null;
            /** @example 专精特新中小企业 */
            tier?: string | null;
            text?: string | null;
            /** @description Who may see which field; public unless said */
            disclosure?: {
                /** @enum {string} */
                creditCode?: "public" | "matched" | "owner";
                /** @enum {string} */
                equipment?: "public" | "matched" | "owner";
                /** @enum {string} */
                certificates?: "public" | "matched" | "owner";
                /** @enum {string} */
                patents?: "public" | "matched" | "owner";
                /** @enum {string} */
                cases?: "public" | "matched" | "owner";
                /** @enum {string} */
                capacity?: "public" | "matched" | "owner";
                /** @enum {string} */
                employees?: "public" | "matched" | "owner";
                /** @enum {string} */
                text?: "public" | "matched" | "owner";
            };
            id: string;
            version?: number;
            /** @description The owner; for the owner and staff */
            organisationId?: string;
            claimed: boolean;
            /** @description 0 to 100 */
            completeness: number;
            /** @description What would add most, first first; for the owner and staff */
            toAdd?: string[];
            createdAt?: string;
            updatedAt?: string;
            withheld: string[];
        };
        ProfileDocumentPage: {
            items: components["schemas"]["ProfileDocument"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        DuplicateViewPage: {
            items: components["schemas"]["DuplicateView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        LineView: {
            /** @description Part of the profile */
            field: string;
            /** @description The line; left out when the firm keeps that part to itself */
            text?: string;
            date?: string;
            /** @description Words shared with the demand */
            words?: string[];
        };
        RequirementReasonView: {
            requirement: string;
            name: string;
            must: boolean;
            /** @enum {string} */
            state: "met" | "likely" | "not-met" | "unknown";
            /** @description Code of the reason */
            why: string;
            /** @description The reason as a sentence in the language of Accept-Language */
            sentence: string;
            line?: components["schemas"]["LineView"];
        };
        ReasonsView: {
            requirements: components["schemas"]["RequirementReasonView"][];
            /** @description Lines of the profile that speak to the demand */
            shared: components["schemas"]["LineView"][];
            /** @description Musts of which the profile says nothing */
            missing: string[];
        };
        AskedView: {
            at: string;
            /** @description Until when a response is awaited; missing: until the deadline */
            until?: string;
        };
        AnswerView: {
            /** @enum {string} */
            answer: "interested" | "declined";
            reasons: ("other-field" | "cannot-meet" | "no-capacity" | "terms" | "too-far" | "other")[];
            note?: string;
            /** @description The response of the firm that has given this answer */
            responseId?: string;
            at: string;
        };
        ProposalView: {
            firmId: string;
            firmName: string;
            region?: string;
            tier?: string;
            /** @description Whether the firm has an account and can be told */
            reachable: boolean;
            /** @description 0 to 1: the probability that staff would release it */
            score: number;
            reasons: components["schemas"]["ReasonsView"];
            id: string;
            version: number;
            /** @enum {string} */
            status: "proposed" | "released" | "withdrawn" | "expired";
            demandId: string;
            /** @description The demand as a matched firm may see it */
            demand: Record<string, never>;
            rank: number;
            /** @description For the demand’s owner and staff: the firm is told when its week has room */
            waiting?: boolean;
            /** @description For staff: it waits until staff send the list out */
            held?: boolean;
            /**
             * @description For staff: what staff have done to its place
             * @enum {string}
             */
            touch?: "pin" | "boost" | "veto" | "match";
            /** @description For the firm: staff have recommended it by hand; its score says nothing */
            byStaff?: boolean;
            /** @description The demand is shown to chosen firms only, of which this is one */
            asked?: components["schemas"]["AskedView"];
            /** @description What the firm has answered */
            answer?: components["schemas"]["AnswerView"];
            withdrawnBecause?: string;
            createdAt: string;
            updatedAt: string;
            releasedAt?: string;
            /** @description When somebody of the firm opened it first */
            seenAt?: string;
        };
        ProposalViewPage: {
            items: components["schemas"]["ProposalView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        ExcludedView: {
            firmId: string;
            firmName: string;
            why: string;
            sentence: string;
            requirement?: string;
        };
        DecisionView: {
            demandId: string;
            demandVersion: number;
            decidedAt: string;
            proposed: number;
            /** @description Staff look through the list first: its firms are not told yet */
            held?: boolean;
            /** @description Firms that would have ranked but contradict a must */
            excluded: components["schemas"]["ExcludedView"][];
        };
        StandingView: {
            /** @description Place among the firms of the demand, from 1 */
            rank: number;
            score: number;
        };
        AdviceItemView: {
            requirement: string;
            name: string;
            must: boolean;
            /** @description Part of the profile where it belongs */
            field: string;
            /** @description Where the firm would stand then */
            after: components["schemas"]["StandingView"];
            /** @description As a sentence in the language of Accept-Language */
            sentence: string;
        };
        AdviceView: {
            /** @description Where the firm stands now; absent when it is not in the list any more */
            now?: components["schemas"]["StandingView"];
            /** @description Musts first, the better place first */
            items: components["schemas"]["AdviceItemView"][];
        };
        InvitingDemandView: {
            demandId: string;
            title: string;
            score: number;
        };
        FirmToInviteView: {
            firmId: string;
            firmName: string;
            region?: string;
            tier?: string;
            /** @description Open demands that were proposed to it, best first */
            demands: components["schemas"]["InvitingDemandView"][];
        };
        FirmToInviteViewPage: {
            items: components["schemas"]["FirmToInviteView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        VerdictChangeView: {
            name: string;
            /**
             * @description Missing where it was not asked
             * @enum {string}
             */
            before?: "met" | "likely" | "not-met" | "unknown";
            /**
             * @description Missing where it is not asked any more
             * @enum {string}
             */
            after?: "met" | "likely" | "not-met" | "unknown";
        };
        FirmChangeView: {
            firmId: string;
            firmName: string;
            /** @description Place in the list; missing where the firm was not in it */
            before?: number;
            after?: number;
            /** @description Conditions to which it stands in another way than before */
            verdicts: components["schemas"]["VerdictChangeView"][];
            /** @description The must that excludes it, as a sentence: before, when it came; now, when it went */
            excluded?: string;
        };
        DecisionChangeView: {
            at: string;
            /** @description Version of the demand from which it holds */
            demandVersion: number;
            /** @description Firms in the list before */
            before: number;
            after: number;
            /** @description Who went, came, passed another or is judged otherwise */
            firms: components["schemas"]["FirmChangeView"][];
        };
        DecisionChangeViewPage: {
            items: components["schemas"]["DecisionChangeView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        FeatureView: {
            /** @description Name of the feature, as the model has it */
            feature: string;
            value: number;
            /** @description Log-odds that it adds */
            share: number;
        };
        BreakdownPartView: {
            part: string;
            /** @description In the language of Accept-Language */
            name: string;
            /** @description Learned from cases; else weighed by hand */
            learned: boolean;
            /** @description Log-odds that it adds */
            share: number;
            /** @description For staff: the features of a learned part, the largest first */
            features: components["schemas"]["FeatureView"][];
        };
        BreakdownView: {
            demandId: string;
            firmId: string;
            firmName: string;
            /** @description What the learned ranking has read of the demand */
            text: string;
            /** @description 0 to 1: the probability that staff would release it */
            score: number;
            /** @description Logarithm of the odds: `base` and all shares together */
            odds: number;
            /** @description What is said of any firm before anything is known of it */
            base: number;
            /** @description 0 to 1: share of the best reachable word score, which has a floor */
            relevance: number;
            /** @description The largest first */
            parts: components["schemas"]["BreakdownPartView"][];
            /** @description The must that the firm contradicts: it is not proposed */
            excluded?: string;
        };
        TierCoverageView: {
            /** @description As firms write it; empty for firms without one */
            tier: string;
            firms: number;
            proposed: number;
            /** @description 0 to 1 */
            share: number;
        };
        CoverageView: {
            /** @description Open demands */
            demands: number;
            /** @description All firms */
            firms: number;
            /** @description Firms that are proposed for at least one open demand */
            proposed: number;
            /** @description 0 to 1 */
            share: number;
            tiers: components["schemas"]["TierCoverageView"][];
        };
        DemandPreviewInput: {
            background?: string | null;
            requirements?: components["schemas"]["RequirementInput"][];
            chain?: string | null;
            link?: string | null;
            process?: string | null;
            quantity?: string | null;
            certificates?: components["schemas"]["CertificateInput"][];
            regions?: components["schemas"]["RegionsInput"] | null;
            /** @description Organisations or firms (id or credit code) that must not hear of it */
            blocked?: string[];
            /** @example 冰箱压缩机用精密齿轮配套 */
            title: string;
        };
        FittingFirmView: {
            firmId: string;
            firmName: string;
            region?: string;
            tier?: string;
            /** @description Whether the firm has an account and can be told */
            reachable: boolean;
            /** @description 0 to 1: the probability that staff would release it */
            score: number;
            reasons: components["schemas"]["ReasonsView"];
        };
        LooseningView: {
            /** @description Key of the must, as in the reasons */
            requirement: string;
            name: string;
            /** @description How many firms would be proposed then */
            fit: number;
            /** @description Names of those who are not proposed now */
            more: string[];
        };
        DemandPreviewView: {
            /** @description Who would be proposed, best first */
            firms: components["schemas"]["FittingFirmView"][];
            /** @description Firms that would rank but contradict a must */
            excluded: components["schemas"]["ExcludedView"][];
            /** @description For each must that excludes somebody: what it would change to make it nice to have */
            loosenings: components["schemas"]["LooseningView"][];
        };
        AnswerInput: {
            /** @enum {string} */
            answer: "interested" | "declined";
            /** @description Why it is not for the firm; one at least of a firm that declines */
            reasons?: ("other-field" | "cannot-meet" | "no-capacity" | "terms" | "too-far" | "other")[];
            /** @description For the demand’s owner and staff */
            note?: string;
        };
        TrainingRowView: {
            id: string;
            at: string;
            demandId: string;
            firmId: string;
            /** @description interested or declined; others may follow */
            outcome: string;
            reasons: string[];
            /** @description What the learned ranking had read of the demand */
            text: string;
            rank: number;
            score: number;
            /** @description Learned features by name, without those that are 0 */
            features: {
                [key: string]: number;
            };
            /** @description What is weighed by hand, by name */
            byHand: {
                [key: string]: number;
            };
        };
        TrainingRowViewPage: {
            items: components["schemas"]["TrainingRowView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        CuratedFirmView: {
            firmId: string;
            firmName: string;
            region?: string;
            tier?: string;
            /** @description Whether the firm has an account and can be told */
            reachable: boolean;
            /** @description 0 to 1: the probability that staff would release it */
            score: number;
            reasons: components["schemas"]["ReasonsView"];
            rank: number;
            /** @description The firm was told of the demand before */
            told: boolean;
            /** @enum {string} */
            touch?: "pin" | "boost" | "veto" | "match";
        };
        TouchView: {
            firmId: string;
            firmName: string;
            /** @enum {string} */
            kind: "pin" | "boost" | "veto" | "match";
            reason?: string;
            /** @description Keys of the musts that it is known to contradict */
            confirmed?: string[];
            byName: string;
            at: string;
        };
        CurationView: {
            demandId: string;
            title: string;
            /** @description Version of what staff have laid down; 0 while they have not */
            version: number;
            held: boolean;
            /** @description The demand is open */
            open: boolean;
            decidedAt: string;
            /** @description How many times a part counts, where it is not once */
            weights: {
                requirements?: number;
                certificates?: number;
                process?: number;
                region?: number;
                quantity?: number;
                details?: number;
                link?: number;
                tier?: number;
            };
            /** @description The list, best first */
            firms: components["schemas"]["CuratedFirmView"][];
            touches: components["schemas"]["TouchView"][];
            /** @description Firms that contradict a must */
            excluded: components["schemas"]["ExcludedView"][];
        };
        NoteInput: {
            /** @description For the audit log */
            note?: string;
        };
        ContradictionsView: {
            firmId: string;
            firmName: string;
            /** @description The musts that it contradicts, each with its reason */
            contradicts: components["schemas"]["ExcludedView"][];
        };
        TouchFirmInput: {
            /** @enum {string} */
            kind: "pin" | "boost" | "veto" | "match";
            /** @description Why; needed to keep a firm out and to put one in by hand */
            reason?: string;
            /** @description The firm shall stand in the list although it contradicts a must */
            confirm?: boolean;
        };
        WeightsFields: {
            /** @description Requirements; 1 as usual, 0 not at all */
            requirements?: number;
            /** @description Certificates; 1 as usual, 0 not at all */
            certificates?: number;
            /** @description Process; 1 as usual, 0 not at all */
            process?: number;
            /** @description Region; 1 as usual, 0 not at all */
            region?: number;
            /** @description Capacity for the quantity; 1 as usual, 0 not at all */
            quantity?: number;
            /** @description Words of process, requirements and background; 1 as usual, 0 not at all */
            details?: number;
            /** @description Link of the chain; 1 as usual, 0 not at all */
            link?: number;
            /** @description Tier; 1 as usual, 0 not at all */
            tier?: number;
        };
        WeightsInput: {
            weights: components["schemas"]["WeightsFields"];
        };
        CurationHistoryView: {
            at: string;
            byName: string;
            /** @enum {string} */
            action: "hold" | "release" | "weigh" | "untouch" | "pin" | "boost" | "veto" | "match";
            firmId?: string;
            firmName?: string;
            note?: string;
            /** @description Musts that it contradicts, shown and confirmed */
            contradicts?: string[];
            weights?: {
                requirements?: number;
                certificates?: number;
                process?: number;
                region?: number;
                quantity?: number;
                details?: number;
                link?: number;
                tier?: number;
            };
        };
        CurationHistoryViewPage: {
            items: components["schemas"]["CurationHistoryView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        HeldListView: {
            demandId: string;
            title: string;
            ownerName?: string;
            decidedAt: string;
            /** @description Firms in the list */
            firms: number;
        };
        HeldListViewPage: {
            items: components["schemas"]["HeldListView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        SettingsView: {
            /** @description New lists wait for staff */
            hold: boolean;
            byName?: string;
            at?: string;
        };
        SettingsInput: {
            /** @description New lists wait for staff */
            hold: boolean;
        };
        LikeDemandView: {
            demandId: string;
            title: string;
            ownerName: string;
            /** @description Of the same organisation */
            sameOwner: boolean;
            /** @enum {string} */
            status: "submitted" | "published";
            /** @description 0 to 1: what both say of all that either says, rare words counting more */
            likeness: number;
            /** @description What both say, the most telling first */
            words: string[];
        };
        LikeDemandViewPage: {
            items: components["schemas"]["LikeDemandView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        AskedFirmView: {
            firmId: string;
            firmName: string;
            /** @enum {string} */
            state: "waiting" | "asked" | "answered" | "declined" | "withdrew" | "rejected" | "ran-out" | "gone" | "removed";
            askedAt?: string;
            /** @description Until when a response is awaited; missing: until the deadline */
            askedUntil?: string;
            /** @description When it was over for the firm */
            endedAt?: string;
            /** @description Whether the firm has an account and was told; missing before it is asked */
            reachable?: boolean;
            /** @description Its proposal, once it was asked */
            proposalId?: string;
        };
        ChosenListView: {
            demandId: string;
            version: number;
            /** @description The demand is published, and for chosen firms only */
            open: boolean;
            /** @enum {string} */
            order: "at-once" | "in-turn";
            /** @description Days that a firm has; missing: until the deadline */
            days?: number;
            /** @description In the order in which they are asked */
            firms: components["schemas"]["AskedFirmView"][];
        };
        CandidatesView: {
            /** @description Best first */
            firms: components["schemas"]["FittingFirmView"][];
            /** @description Firms that would have ranked but contradict a must */
            excluded: components["schemas"]["ExcludedView"][];
        };
        RequirementAnswerInput: {
            /**
             * @description Id of the requirement, or certificate:<name>
             * @example r1
             */
            requirement: string;
            /** @enum {string} */
            meets: "meet" | "partly";
            /** @example 渗碳淬火线两条，层深 0.8–1.2 mm */
            how?: string;
            /** @description Test reports, cases, addresses; a line each */
            evidence?: string[];
        };
        TeamMemberInput: {
            name: string;
            role: string;
            experience?: string;
        };
        MilestoneInput: {
            /** @example 首批样件 */
            name: string;
            /** Format: date */
            day: string;
            deliverable?: string;
        };
        PriceInput: {
            /** @description CNY */
            min?: number;
            /** @description CNY */
            max?: number;
            /**
             * @description What the price is for
             * @example 件
             */
            unit?: string;
        };
        FreeTimeInput: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
        };
        SaidView: {
            text: string;
            at: string;
            byName: string;
        };
        QuestionView: {
            text: string;
            at: string;
            byName: string;
            id: string;
            answer?: components["schemas"]["SaidView"];
        };
        RejectionView: {
            /** @enum {string} */
            reason: "capability" | "evidence" | "price" | "schedule" | "terms" | "others-chosen" | "demand-over" | "other";
            note?: string;
        };
        MissingView: {
            /** @description requirement:<id>, evidence:<id>, profile, plan, team, milestones, price, ip, freeTimes */
            item: string;
            /** @description Name of the requirement */
            name?: string;
            /** @description It cannot be handed in without */
            needed: boolean;
            /** @description As a sentence in the language of Accept-Language */
            sentence: string;
        };
        ResponseView: {
            answers?: components["schemas"]["RequirementAnswerInput"][];
            plan?: string;
            team?: components["schemas"]["TeamMemberInput"][];
            milestones?: components["schemas"]["MilestoneInput"][];
            price?: components["schemas"]["PriceInput"];
            /** @description Position on intellectual property */
            ip?: string;
            freeTimes?: components["schemas"]["FreeTimeInput"][];
            id: string;
            version: number;
            /** @enum {string} */
            status: "draft" | "submitted" | "shortlisted" | "chosen" | "rejected" | "withdrawn";
            demandId: string;
            demandTitle: string;
            /** @description Who asks; left out where it keeps its name back */
            ownerName?: string;
            organisationId: string;
            firmName: string;
            /** @description The firm’s profile */
            firmId?: string;
            questions: components["schemas"]["QuestionView"][];
            rejection?: components["schemas"]["RejectionView"];
            withdrawnBecause?: string;
            /** @description For the firm: what is not filled in */
            missing?: components["schemas"]["MissingView"][];
            createdAt: string;
            updatedAt: string;
            submittedAt?: string;
            decidedAt?: string;
            /** @description Of a response that is chosen: the thread in which both sides go on */
            threadId?: string;
        };
        ResponseInput: {
            answers?: components["schemas"]["RequirementAnswerInput"][];
            plan?: string;
            team?: components["schemas"]["TeamMemberInput"][];
            milestones?: components["schemas"]["MilestoneInput"][];
            price?: components["schemas"]["PriceInput"];
            /** @description Position on intellectual property */
            ip?: string;
            freeTimes?: components["schemas"]["FreeTimeInput"][];
        };
        WithdrawalInput: {
            reason?: string;
        };
        SayInput: {
            text: string;
        };
        ShortlistInput: {
            /** @description false takes it off the shortlist */
            shortlisted: boolean;
        };
        RejectionInput: {
            /** @enum {string} */
            reason: "capability" | "evidence" | "price" | "schedule" | "terms" | "others-chosen" | "other";
            /** @description The firm reads it; needed where the reason is other */
            note?: string;
        };
        ResponseViewPage: {
            items: components["schemas"]["ResponseView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        WaitingView: {
            demandId: string;
            /** @description Handed in, neither decided nor asked something that the firm has not answered */
            count: number;
        };
        EngagementHistoryView: {
            version: number;
            at: string;
            byName: string;
            /** @enum {string} */
            side: "leader" | "firm" | "staff" | "system";
            action: string;
            note?: string;
        };
        EngagementHistoryViewPage: {
            items: components["schemas"]["EngagementHistoryView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        CriterionView: {
            id: string;
            name?: string;
            weight: number;
        };
        EvaluatorView: {
            id: string;
            name: string;
            /** @description Sheets that are in */
            sheets: number;
        };
        JudgedView: {
            id: string;
            firmName: string;
        };
        ScoreSheetView: {
            responseId: string;
            scores: {
                [key: string]: number;
            };
            note?: string;
            at: string;
            /** @description 0 to 10, by the weights */
            total: number;
        };
        CriterionSpreadView: {
            mean: number;
            lowest: number;
            highest: number;
            /** @description Standard deviation over the evaluators */
            deviation: number;
            id: string;
        };
        NamedScoreSheetView: {
            responseId: string;
            scores: {
                [key: string]: number;
            };
            note?: string;
            at: string;
            /** @description 0 to 10, by the weights */
            total: number;
            byName: string;
        };
        JudgementView: {
            mean: number;
            lowest: number;
            highest: number;
            /** @description Standard deviation over the evaluators */
            deviation: number;
            responseId: string;
            firmName: string;
            criteria: components["schemas"]["CriterionSpreadView"][];
            sheets: components["schemas"]["NamedScoreSheetView"][];
        };
        EvaluationView: {
            demandId: string;
            version: number;
            criteria: components["schemas"]["CriterionView"][];
            evaluators: components["schemas"]["EvaluatorView"][];
            /** @description Responses that are judged */
            responses: components["schemas"]["JudgedView"][];
            /** @description The caller’s own sheets */
            own: components["schemas"]["ScoreSheetView"][];
            /** @description All sheets are in */
            complete: boolean;
            /** @description The best first; nobody sees it until all sheets are in */
            results?: components["schemas"]["JudgementView"][];
        };
        CriterionInput: {
            /**
             * @description team, ability, plan, fit, or one of your own
             * @example team
             */
            id: string;
            /** @description Of a criterion of your own */
            name?: string;
            weight: number;
        };
        EvaluationInput: {
            criteria: components["schemas"]["CriterionInput"][];
            /** @description Ids of active people: of the owner of the demand, or of staff */
            evaluatorIds: string[];
        };
        ScoreSheetInput: {
            /** @description 0 to 10 for each criterion, by its id */
            scores: {
                [key: string]: number;
            };
            note?: string;
        };
        OpenInput: {
            firmId: string;
        };
        StepOwnerView: {
            id: string;
            name: string;
            /** @enum {string} */
            side: "leader" | "firm";
        };
        StepView: {
            /** @enum {string} */
            kind: "contact" | "nda" | "sample" | "trial" | "supply" | "repeat";
            /** @enum {string} */
            status: "todo" | "done" | "skipped";
            owner?: components["schemas"]["StepOwnerView"];
            due?: string;
            evidence: string[];
            /** @description CNY */
            amount?: number;
            note?: string;
            closedAt?: string;
            closedByName?: string;
            /** @enum {string} */
            told?: "reminder" | "overdue";
        };
        OwnerView: {
            id: string;
            name: string;
            /** @description The person has left */
            gone?: boolean;
        };
        NamedReaderView: {
            id: string;
            name: string;
        };
        EndingView: {
            /** @enum {string} */
            reason: "completed" | "price" | "quality" | "schedule" | "terms" | "no-answer" | "plans-changed" | "other";
            note?: string;
            side: string;
        };
        EngagementView: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "open" | "ended";
            demandId: string;
            demandTitle: string;
            ownerId: string;
            ownerName: string;
            organisationId: string;
            firmName: string;
            firmId?: string;
            responseId?: string;
            steps: components["schemas"]["StepView"][];
            /** @description Who sees to it at the owner of the demand */
            leader?: components["schemas"]["OwnerView"];
            /** @description Who sees to it at the firm */
            firm?: components["schemas"]["OwnerView"];
            /** @description People of the firm who may read what is kept for named readers */
            readers?: components["schemas"]["NamedReaderView"][];
            ending?: components["schemas"]["EndingView"];
            /** @description The demand as the reader may see it; of one thread */
            demand?: Record<string, never>;
            activeAt: string;
            stalledAt?: string;
            createdAt: string;
            updatedAt: string;
        };
        StepPlanInput: {
            /** @description A person of my organisation who sees to it */
            personId?: string;
            /**
             * Format: date-time
             * @description Instant, or a day that ends in China Standard Time
             */
            due?: string;
            /** @description A contract number, a report, an address; a line each */
            evidence?: string[];
            /** @description CNY */
            amount?: number;
            note?: string;
        };
        StepClosingInput: {
            /** @enum {string} */
            outcome: "done" | "skipped";
            evidence?: string[];
            /** @description CNY */
            amount?: number;
            note?: string;
        };
        OwnerInput: {
            /** @description An active person of the organisation of that side */
            personId: string;
            /**
             * @description Which side; needed of staff, else the caller’s own
             * @enum {string}
             */
            side?: "leader" | "firm";
        };
        ReadersInput: {
            /** @description Ids of active people of the firm; the whole list each time */
            personIds: string[];
        };
        EndingInput: {
            /** @enum {string} */
            reason: "completed" | "price" | "quality" | "schedule" | "terms" | "no-answer" | "plans-changed" | "other";
            /** @description Needed where the reason is other */
            note?: string;
        };
        MessageInput: {
            text: string;
        };
        MessageFileView: {
            id: string;
            name: string;
            /** @enum {string} */
            type: "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            /** @description Bytes */
            size: number;
        };
        MessageView: {
            id: string;
            at: string;
            byName: string;
            /** @enum {string} */
            side: "leader" | "firm";
            text: string;
            /** @description The message is this file; its text is the name */
            file?: components["schemas"]["MessageFileView"];
            /**
             * @description The step that the file is evidence of
             * @enum {string}
             */
            step?: "contact" | "nda" | "sample" | "trial" | "supply" | "repeat";
        };
        MessageViewPage: {
            items: components["schemas"]["MessageView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        EngagementViewPage: {
            items: components["schemas"]["EngagementView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        CircleChangeView: {
            /** @enum {string} */
            from: "public" | "matched" | "nda" | "named" | "owner";
            /** @enum {string} */
            to: "public" | "matched" | "nda" | "named" | "owner";
            at: string;
            byName: string;
        };
        FileView: {
            id: string;
            version: number;
            name: string;
            /** @enum {string} */
            type: "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            /** @description Bytes */
            size: number;
            /** @description Of the content as it was added, in hexadecimal */
            sha256: string;
            at: string;
            /** @description It is of the reader’s own organisation */
            mine: boolean;
            /** @description The reader’s copy says who has taken it, and when */
            marked: boolean;
            /** @description In a thread, and for the owner of a demand and staff */
            byName?: string;
            /** @enum {string} */
            side?: "leader" | "firm";
            /** @enum {string} */
            step?: "contact" | "nda" | "sample" | "trial" | "supply" | "repeat";
            /**
             * @description For the owner of the demand and staff
             * @enum {string}
             */
            disclosure?: "public" | "matched" | "nda" | "named" | "owner";
            /** @description How the circle has changed, the oldest first; for the owner of the demand and staff */
            circles?: components["schemas"]["CircleChangeView"][];
        };
        DemandFilesView: {
            items: components["schemas"]["FileView"][];
            /** @description How many more there are, but not for this reader */
            withheld: number;
        };
        ThreadFilesView: {
            items: components["schemas"]["FileView"][];
        };
        FileCircleInput: {
            /** @enum {string} */
            disclosure: "public" | "matched" | "nda" | "named" | "owner";
        };
        ReachedView: {
            /** @description Firms that were told of the demand, or came by themselves */
            told: number;
            /** @description That opened it, or did more */
            seen: number;
            /** @description That answered */
            answered: number;
            /** @description That said yes, or responded */
            accepted: number;
            /** @description That met the leader: a first contact is done, or both met at an event */
            met: number;
            /** @description That are in the supplier list or have a contract */
            contract: number;
        };
        FunnelLineView: {
            /** @description Chain, month, organisation or region; empty where it is not known */
            key: string;
            name: string;
            /** @description Demands that were published */
            demands: number;
            reached: components["schemas"]["ReachedView"];
            /** @description CNY */
            amount: number;
            /** @description Median of the hours from publishing to the first answer of a firm */
            firstAnswerHours?: number;
        };
        ReachView: {
            /** @description Firms that were told of a demand at least once */
            told: number;
            /** @description Firms with an account */
            registered: number;
            /** @description Firms on record */
            firms: number;
        };
        FunnelView: {
            /** @description All lines together */
            total: components["schemas"]["FunnelLineView"];
            lines: components["schemas"]["FunnelLineView"][];
            /** @description Of the whole platform; for staff */
            reach?: components["schemas"]["ReachView"];
        };
        InsightDemandView: {
            /** @description Chain, month, organisation or region; empty where it is not known */
            key: string;
            name: string;
            /** @description Demands that were published */
            demands: number;
            reached: components["schemas"]["ReachedView"];
            /** @description CNY */
            amount: number;
            /** @description Median of the hours from publishing to the first answer of a firm */
            firstAnswerHours?: number;
            publishedAt: string;
            chain?: string;
            ownerName: string;
        };
        InsightDemandsView: {
            total: number;
            items: components["schemas"]["InsightDemandView"][];
        };
        CaseView: {
            organisationId: string;
            firmName: string;
            /** @description Empty where it is not known */
            district: string;
            /**
             * @description How far it has come
             * @enum {string}
             */
            stage: "told" | "seen" | "answered" | "accepted" | "met" | "contract";
            /** @description The firm came by itself */
            direct: boolean;
            declined: boolean;
            toldAt?: string;
            seenAt?: string;
            answeredAt?: string;
            metAt?: string;
            contractAt?: string;
            /** @description CNY */
            amount: number;
        };
        FiguresCheckView: {
            demands: number;
            cases: number;
            /** @description Demands whose figures are not what the facts say; the first 100 */
            wrong: string[];
        };
        SpanInput: {
            /**
             * Format: date-time
             * @example 2027-03-18T01:00:00Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2027-03-18T04:00:00Z
             */
            to: string;
        };
        ProgrammeInput: {
            /**
             * Format: date-time
             * @example 2027-03-18T01:00:00Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2027-03-18T04:00:00Z
             */
            to: string;
            /** @example 海岳家电：冰箱压缩机齿轮需求发布 */
            title: string;
            /** @description The leader that presents */
            leaderId?: string;
            /** @description The demand that is presented */
            demandId?: string;
        };
        LimitsInput: {
            /** @description Promised to a representative */
            min: number;
            /** @description Most of a representative */
            max: number;
        };
        SidesLimitsInput: {
            leader: components["schemas"]["LimitsInput"];
            sme: components["schemas"]["LimitsInput"];
        };
        SidesMustsInput: {
            leader: number;
            sme: number;
        };
        MatchmakingInput: {
            /** @example 2027 青岛“卡位入链”智能家居专场 */
            title: string;
            place?: string | null;
            about?: string | null;
            /** @enum {integer} */
            slotMinutes: 15 | 20 | 30;
            sessions?: components["schemas"]["SpanInput"][];
            breaks?: components["schemas"]["SpanInput"][];
            /** @description Publishing sessions: a leader presents a demand, and nobody meets */
            programme?: components["schemas"]["ProgrammeInput"][];
            /** @example 20 */
            tables: number;
            /** @description Meetings of one representative */
            limits?: components["schemas"]["SidesLimitsInput"];
            /** @description How many an organisation may call a must */
            musts?: components["schemas"]["SidesMustsInput"];
        };
        MatchmakingView: {
            /** @example 2027 青岛“卡位入链”智能家居专场 */
            title: string;
            place?: string | null;
            about?: string | null;
            /** @enum {integer} */
            slotMinutes: 15 | 20 | 30;
            sessions?: components["schemas"]["SpanInput"][];
            breaks?: components["schemas"]["SpanInput"][];
            /** @description Publishing sessions: a leader presents a demand, and nobody meets */
            programme?: components["schemas"]["ProgrammeInput"][];
            /** @example 20 */
            tables: number;
            /** @description Meetings of one representative */
            limits?: components["schemas"]["SidesLimitsInput"];
            /** @description How many an organisation may call a must */
            musts?: components["schemas"]["SidesMustsInput"];
            id: string;
            version: number;
            /** @enum {string} */
            phase: "draft" | "registration" | "preferences" | "scheduling" | "provisional" | "final" | "live" | "closed" | "reported";
            /** @description The slots that follow from sessions, breaks and programme */
            slots: components["schemas"]["SpanInput"][];
            createdAt: string;
            updatedAt: string;
        };
        MatchmakingViewPage: {
            items: components["schemas"]["MatchmakingView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        MatchmakingChangeInput: {
            title?: string;
            place?: string | null;
            about?: string | null;
            /** @enum {integer} */
            slotMinutes?: 15 | 20 | 30;
            sessions?: components["schemas"]["SpanInput"][];
            breaks?: components["schemas"]["SpanInput"][];
            /** @description Publishing sessions: a leader presents a demand, and nobody meets */
            programme?: components["schemas"]["ProgrammeInput"][];
            tables?: number;
            /** @description Meetings of one representative */
            limits?: components["schemas"]["SidesLimitsInput"];
            /** @description How many an organisation may call a must */
            musts?: components["schemas"]["SidesMustsInput"];
        };
        MoveInput: {
            /** @enum {string} */
            to: "draft" | "registration" | "preferences" | "scheduling" | "provisional" | "final" | "live" | "closed" | "reported";
            /** @description provisional: the schedule that becomes the plan */
            scheduleId?: string;
        };
        MatchmakingHistoryView: {
            at: string;
            byName: string;
            action: string;
            note?: string;
            organisationName?: string;
        };
        MatchmakingHistoryViewPage: {
            items: components["schemas"]["MatchmakingHistoryView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        InvitedInput: {
            organisationId: string;
            demandIds?: string[];
        };
        InvitationsInput: {
            organisations: components["schemas"]["InvitedInput"][];
        };
        SpanView: {
            from: string;
            to: string;
        };
        RepresentativeView: {
            id: string;
            name: string;
            absent: components["schemas"]["SpanView"][];
            demandIds: string[];
        };
        WishView: {
            organisationId: string;
            demandId?: string;
            /** @enum {string} */
            wish: "must" | "would" | "no";
        };
        RegistrationView: {
            id: string;
            version: number;
            matchmakingId: string;
            matchmakingTitle: string;
            organisationId: string;
            organisationName: string;
            /** @enum {string} */
            side: "leader" | "sme";
            /** @enum {string} */
            origin: "invited" | "applied";
            /** @enum {string} */
            status: "invited" | "applied" | "approved" | "rejected" | "declined" | "withdrawn";
            reason?: string;
            demandIds: string[];
            representatives: components["schemas"]["RepresentativeView"][];
            tables: number[];
            limits?: components["schemas"]["LimitsInput"];
            wishes: components["schemas"]["WishView"][];
            /** @description Organisations it will not sit with; nobody else hears of it */
            blocked: string[];
            /** @description What its people show at the door */
            code: string;
            checkedInAt?: string;
            createdAt: string;
            updatedAt: string;
        };
        RepresentativeInput: {
            /** @description Given by the first save; keep it so that meetings stay theirs */
            id?: string;
            /** @example 王敏 */
            name: string;
            /** @description When they meet nobody */
            absent?: components["schemas"]["SpanInput"][];
            /** @description Demands they speak for; all when none is named */
            demandIds?: string[];
        };
        RegistrationInput: {
            representatives?: components["schemas"]["RepresentativeInput"][];
            /** @description Published demands of the organisation that it brings; a leader brings all unless it says */
            demandIds?: string[];
        };
        RegistrationViewPage: {
            items: components["schemas"]["RegistrationView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        StayAwayInput: {
            reason?: string;
        };
        StaffRegistrationInput: {
            representatives?: components["schemas"]["RepresentativeInput"][];
            /** @description Published demands of the organisation that it brings; a leader brings all unless it says */
            demandIds?: string[];
            /** @description Tables of this leader alone */
            tables?: number[];
            /** @description Instead of the limits of the event */
            limits?: components["schemas"]["LimitsInput"] | null;
        };
        DecisionInput: {
            /** @enum {string} */
            decision: "approve" | "reject";
            reason?: string;
        };
        OwnRegistrationView: {
            matchmakingId: string;
            title: string;
            /**
             * @description How far the event is
             * @enum {string}
             */
            phase: "draft" | "registration" | "preferences" | "scheduling" | "provisional" | "final" | "live" | "closed" | "reported";
            /** @description When it begins */
            from?: string;
            /** @enum {string} */
            status: "invited" | "applied" | "approved" | "rejected" | "declined" | "withdrawn";
            /** @description How many wishes my organisation has said */
            wishes: number;
        };
        OwnRegistrationViewPage: {
            items: components["schemas"]["OwnRegistrationView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        DemandShownView: {
            id: string;
            title: string;
            /** @description Fit of the firm to it, 0 to 1, where the two were matched */
            fit?: number;
        };
        ParticipantView: {
            organisationId: string;
            name: string;
            /** @enum {string} */
            side: "leader" | "sme";
            /** @description What a leader brings, as far as anybody may know whose it is; for a leader that reads its own, those that the firm fits first */
            demands: components["schemas"]["DemandShownView"][];
            /** @description Fit to the reader, 0 to 1, where the two were matched */
            fit?: number;
            /** @description True where the reader has met it at an event before */
            metBefore?: boolean;
        };
        ParticipantViewPage: {
            items: components["schemas"]["ParticipantView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        BroughtDemandView: {
            id: string;
            title: string;
            leaderId: string;
            leaderName: string;
        };
        CandidateView: {
            organisationId: string;
            name: string;
            /** @description Best fit to a demand of the event, 0 to 1 */
            fit: number;
            /** @description Demands of the event that it fits, the best first */
            demandIds: string[];
        };
        WrongParticipantCellView: {
            /**
             * @description The column
             * @enum {string}
             */
            column: "name" | "creditCode" | "side" | "max" | "musts" | "wishes";
            /** @description What is wrong and how to mend it */
            text: string;
        };
        ParticipantRowView: {
            /** @description Row of the sheet, from 1 */
            row: number;
            /** @description As the sheet names it */
            name: string;
            /** @description Whom it means */
            organisationId?: string;
            organisationName?: string;
            /** @enum {string} */
            side?: "leader" | "sme";
            /** @description Most meetings of one representative */
            max?: number;
            /** @description Organisations that it must or would meet */
            wishes: number;
            /**
             * @description there: at the event already, and left as it is
             * @enum {string}
             */
            state: "ready" | "there" | "wrong";
            wrong: components["schemas"]["WrongParticipantCellView"][];
        };
        ParticipantSheetView: {
            /** @description Rows that can be invited, or have been */
            ready: number;
            /** @description Rows of organisations that are there already */
            there: number;
            /** @description Rows with something wrong in them */
            wrong: number;
            rows: components["schemas"]["ParticipantRowView"][];
        };
        PreferencesOfEventView: {
            wishes: components["schemas"]["WishView"][];
            blocked: string[];
            /** @description How many may be called a must */
            musts: number;
        };
        WishInput: {
            /** @description An organisation of the other side */
            organisationId: string;
            /** @description Only as far as this demand goes */
            demandId?: string;
            /** @enum {string} */
            wish: "must" | "would" | "no";
        };
        PreferencesOfEventInput: {
            wishes: components["schemas"]["WishInput"][];
            /** @description Organisations not to sit with; nobody else hears of it */
            blocked?: string[];
        };
        StartScheduleInput: {
            /** @description The same seed gives the same schedule */
            seed?: number;
            /** @description More rounds take longer and may find more */
            rounds?: number;
        };
        ScheduleStandingView: {
            score: number;
            /** @description No schedule with as many musts and promised meetings has a higher score */
            upperBound: number;
            musts: number;
            promised: number;
            mustsProven: boolean;
            /** @description Whether no schedule is better */
            proven: boolean;
        };
        ProblemSentence: {
            zh: string;
            en: string;
        };
        ScheduleView: {
            id: string;
            version: number;
            matchmakingId: string;
            /** @enum {string} */
            status: "running" | "done" | "stopped" | "failed";
            seed: number;
            rounds: number;
            /** @description How often it was begun again because the process that made it was gone */
            restarts: number;
            startedAt: string;
            startedBy: string;
            finishedAt?: string;
            standing?: components["schemas"]["ScheduleStandingView"];
            /** @description Why it could not be made */
            problem?: components["schemas"]["ProblemSentence"];
            /** @description How many meetings it has */
            meetings: number;
        };
        ScheduleViewPage: {
            items: components["schemas"]["ScheduleView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        ChangeView: {
            /** @enum {string} */
            kind: "table-more" | "table-less" | "slot-more" | "slot-less" | "pair-less" | "slot-freed" | "meeting-more" | "seat-more";
            slot?: number;
            /** @description A representative, as a what-if names them */
            party?: string;
            /** @description What it means, in the language of the reader */
            sentence: string;
        };
        RemedyView: {
            /** @description In which slot the two would meet */
            slot: number;
            from: string;
            to: string;
            /** @description All of it together; all other meetings stay */
            changes: components["schemas"]["ChangeView"][];
            /** @description Whether it can be put into the plan so; else another person is needed */
            possible: boolean;
        };
        WhyNotView: {
            /** @enum {string} */
            reason: "meets" | "not-listed" | "firms-meet" | "no-common-slot" | "max-meetings" | "slots-taken" | "not-worth-it";
            sentence: string;
            remedies: components["schemas"]["RemedyView"][];
        };
        WhatIfInput: {
            /** @enum {string} */
            kind: "table-more" | "table-less" | "slot-more" | "slot-less" | "pair-less" | "slot-freed" | "meeting-more" | "seat-more";
            slot?: number;
            /** @description A representative, `organisation:person` */
            party?: string;
            /** @description pair-less: the representative of the leader */
            leader?: string;
            /** @description pair-less: the representative of the firm */
            sme?: string;
        };
        TotalView: {
            meetings: number;
            score: number;
            upperBound: number;
            musts: number;
        };
        WhatIfView: {
            /** @description A schedule of the event as it is, made the same way */
            before: components["schemas"]["TotalView"];
            /** @description With the change */
            after: components["schemas"]["TotalView"];
        };
        WhyNotMineView: {
            /** @enum {string} */
            reason: "meets" | "own-maximum" | "not-arranged";
            sentence: string;
        };
        PlannedMeetingView: {
            id: string;
            slot: number;
            from: string;
            to: string;
            table: number;
            leaderId: string;
            leaderName: string;
            leaderPerson: string;
            smeId: string;
            smeName: string;
            smePerson: string;
            locked: boolean;
            /** @enum {string} */
            cancelled?: "absent" | "delay" | "replanned";
        };
        PlanView: {
            id: string;
            version: number;
            scheduleId: string;
            publishedAt?: string;
            meetings: components["schemas"]["PlannedMeetingView"][];
        };
        LockInput: {
            /** @description Whether it stays as it is when a schedule is made again */
            locked: boolean;
        };
        PlaceInput: {
            /** @description Slot of the event, from 0 */
            slot: number;
            table: number;
        };
        PlanChangedView: {
            /** @description New meetings */
            added: components["schemas"]["PlannedMeetingView"][];
            /** @description In another slot or at another table than before */
            moved: components["schemas"]["PlannedMeetingView"][];
            /** @description Cannot be held */
            cancelled: components["schemas"]["PlannedMeetingView"][];
            /** @description What the total of the plan gains, or loses */
            gain: number;
            /** @description How many organisations hear of it; none before the plan is published */
            told: number;
        };
        ExtraMeetingInput: {
            leaderId: string;
            smeId: string;
            /** @description Slot of the event, from 0 */
            slot: number;
        };
        UnmetWishView: {
            leaderId: string;
            leaderName: string;
            smeId: string;
            smeName: string;
            /**
             * @description What the leader says of the firm
             * @enum {string}
             */
            leaderWish?: "must" | "would" | "no";
            /**
             * @description What the firm says of the leader
             * @enum {string}
             */
            smeWish?: "must" | "would" | "no";
        };
        WithoutMeetingView: {
            organisationId: string;
            name: string;
        };
        UnmetWishesView: {
            /** @description All of them */
            total: number;
            /** @description The first 200: musts, then wishes of both sides, then the rest */
            items: components["schemas"]["UnmetWishView"][];
            /** @description Participants that meet nobody, wishes or not */
            without: components["schemas"]["WithoutMeetingView"][];
        };
        AgendaMeetingView: {
            id: string;
            from: string;
            to: string;
            table: number;
            /** @description Whom it is with */
            organisationId: string;
            organisationName: string;
            /** @description Who of the other side sits there */
            theirPerson: string;
            /** @description Who of my organisation sits there */
            myPerson: string;
            /**
             * @description Present when it does not take place
             * @enum {string}
             */
            cancelled?: "absent" | "delay" | "replanned";
        };
        SeatAskedView: {
            id: string;
            from: string;
            to: string;
            /** @description Whom it would be with */
            organisationId: string;
            organisationName: string;
            /** @description Who of my organisation would sit there */
            myPerson: string;
            answerBy: string;
            /** @description What my organisation has said; absent while it has said nothing */
            yes?: boolean;
            /** @enum {string} */
            status: "open" | "agreed" | "placed" | "refused" | "lapsed" | "void";
        };
        OwnAgendaView: {
            matchmakingId: string;
            title: string;
            place?: string;
            /** @description False until the schedule is final; there are no meetings to see then */
            published: boolean;
            /** @description What my people show at the door */
            code: string;
            checkedInAt?: string;
            meetings: components["schemas"]["AgendaMeetingView"][];
            /** @description Further meetings that it is asked to take, as somebody does not come */
            asked: components["schemas"]["SeatAskedView"][];
        };
        CheckInInput: {
            /** @example 042917 */
            code: string;
        };
        OutcomeInput: {
            /** @description False: the other side did not come */
            met: boolean;
            /** @enum {string} */
            next?: "follow-up" | "maybe" | "none";
            /** @description For my organisation and staff */
            note?: string;
        };
        OutcomeView: {
            /** @description The meeting */
            id: string;
            met: boolean;
            /** @enum {string} */
            next?: "follow-up" | "maybe" | "none";
            note?: string;
            at: string;
        };
        NoShowView: {
            organisationId: string;
            organisationName: string;
            /** @enum {string} */
            side: "leader" | "sme";
            /** @description When the first meeting began that it missed */
            since: string;
            /** @description Meetings that it still has today */
            meetings: number;
        };
        AbsenceInput: {
            /** @description Who does not come */
            organisationId: string;
            /** @description One representative; everybody of the organisation when left out */
            person?: string;
            /** @description First slot that is missed; when left out, the next that begins */
            from?: number;
            /** @description Last slot that is missed; the rest of the day when left out */
            to?: number;
        };
        DelayInput: {
            table: number;
            /** @description First slot that is late */
            from: number;
            /** @description By how many slots */
            slots: number;
        };
        SeatsInput: {
            /** @description Who does not come */
            organisationId: string;
            /** @description One representative; everybody of the organisation when left out */
            person?: string;
            /** @description First slot that is missed; when left out, the next that begins */
            from?: number;
            /** @description Last slot that is missed; the rest of the day when left out */
            to?: number;
            /** @description How long both sides have to answer; 5 unless said, and never past the beginning of the meeting */
            minutes?: number;
        };
        SeatAnswerView: {
            yes: boolean;
            at: string;
            byName: string;
        };
        SeatAnswersView: {
            /** @description Absent while it has said nothing */
            leader?: components["schemas"]["SeatAnswerView"];
            /** @description Absent while it has said nothing */
            sme?: components["schemas"]["SeatAnswerView"];
        };
        SeatOfferView: {
            id: string;
            /** @description Who does not come */
            absentId: string;
            absentName: string;
            leaderId: string;
            leaderName: string;
            smeId: string;
            smeName: string;
            /** @description Slot of the event, from 0 */
            slot: number;
            from: string;
            to: string;
            /**
             * @description open: being asked. agreed: both can, the plan is about to hold it. placed: it does. refused: one cannot. lapsed: not answered in time. void: the seat is taken or has begun, or who was awaited has come.
             * @enum {string}
             */
            status: "open" | "agreed" | "placed" | "refused" | "lapsed" | "void";
            /** @description Until when one may answer */
            answerBy: string;
            answers: components["schemas"]["SeatAnswersView"];
            createdAt: string;
        };
        SeatAnswerInput: {
            /** @description Whether my organisation can take the meeting */
            yes: boolean;
        };
        CalendarLinkView: {
            /** @description Whoever has the address reads the agenda; making another ends this one */
            url: string;
        };
        FairnessSideView: {
            /** @enum {string} */
            side: "leader" | "sme";
            organisations: number;
            fewest: number;
            /** @description Of all, half have as many or fewer */
            median: number;
            most: number;
            /** @description Organisations without a meeting */
            without: number;
            /** @description Organisations with fewer meetings than promised */
            belowPromise: number;
        };
        FairnessRowView: {
            organisationId: string;
            name: string;
            /** @enum {string} */
            side: "leader" | "sme";
            /** @description Meetings that are planned */
            meetings: number;
            /** @description Meetings that were promised, all representatives together */
            promised: number;
            /** @description Organisations it must or would meet */
            wishes: number;
            /** @description Of these, those it meets */
            wishesMet: number;
            /** @description Organisations that must or would meet it */
            wanted: number;
        };
        FairnessView: {
            sides: components["schemas"]["FairnessSideView"][];
            /** @description Those with the fewest meetings first */
            rows: components["schemas"]["FairnessRowView"][];
        };
        EventReportView: {
            registered: number;
            approved: number;
            /** @description Participants that have said whom they want to meet */
            wished: number;
            checkedIn: number;
            /** @description Meetings in the plan */
            planned: number;
            /** @description Meetings that were told and then cancelled */
            cancelled: number;
            /** @description Meetings of which a side says that they met */
            met: number;
            /** @description Meetings of which all that was said is that the other side did not come */
            missed: number;
            /** @description Meetings that are over and of which nobody says anything */
            unsaid: number;
            /** @description Met meetings that a side wants to follow up */
            followUps: number;
            /** @description Met meetings that both sides want to follow up */
            mutualFollowUps: number;
            /** @description Met of those that are over or of which a side says something, 0 to 1; the trade keeps 0.8 */
            kept: number;
        };
        AboutView: {
            /** @example proposal */
            type: string;
            id: string;
        };
        NoticeView: {
            id: string;
            /** @enum {string} */
            kind: "proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled";
            /** @description In the language of Accept-Language */
            title: string;
            body: string;
            /** @description What it is about */
            about: components["schemas"]["AboutView"];
            /**
             * @description Path of the page of the web app where it leads
             * @example /proposals/01J
             */
            page: string;
            at: string;
            read: boolean;
        };
        NoticeViewPage: {
            items: components["schemas"]["NoticeView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        UnreadView: {
            /** @description Counted up to 100 */
            unread: number;
        };
        ReadInput: {
            /** @description Ids of notices; left out: all */
            ids?: string[];
        };
        PreferencesView: {
            kinds: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
            muted: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
        };
        PreferencesInput: {
            /** @description Kinds not to be told of */
            muted: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
        };
        QuietInput: {
            /**
             * @description Beginning, on the clock of the zone
             * @example 22:00
             */
            from: string;
            /**
             * @description End; the next morning where it is the earlier one
             * @example 08:00
             */
            to: string;
        };
        ChannelView: {
            id: string;
            version: number;
            /** @enum {string} */
            kind: "email" | "wecom" | "dingtalk" | "feishu" | "webhook";
            name?: string;
            /** @description Without its key */
            address?: string;
            /** @description Whether its messages are signed */
            signed: boolean;
            /** @description Signs a webhook; shown once, when the channel is made */
            secret?: string;
            /** @enum {string} */
            language: "zh" | "en";
            muted: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
            /** @enum {string} */
            rhythm: "at-once" | "daily";
            dailyAt: string;
            quiet?: components["schemas"]["QuietInput"];
            zone: string;
            active: boolean;
            /** @description Why it was stopped, in the language of Accept-Language */
            stopped?: string;
            createdAt: string;
        };
        ChannelKindsView: {
            /** @description Mail is among them where a mail server is set up */
            kinds: ("email" | "wecom" | "dingtalk" | "feishu" | "webhook")[];
        };
        NewChannelInput: {
            /**
             * @description What you call it
             * @example 采购部群
             */
            name?: string;
            /**
             * @description Language of its messages
             * @enum {string}
             */
            language: "zh" | "en";
            /** @description Kinds left out here */
            muted?: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
            /**
             * @description daily: one message a day that holds all of it
             * @enum {string}
             */
            rhythm?: "at-once" | "daily";
            /**
             * @description Time of the daily message
             * @example 09:00
             */
            dailyAt?: string;
            /** @description No message in these hours; null: none */
            quiet?: components["schemas"]["QuietInput"] | null;
            /**
             * @description IANA time zone
             * @example Asia/Shanghai
             */
            zone?: string;
            /** @enum {string} */
            kind: "email" | "wecom" | "dingtalk" | "feishu" | "webhook";
            /** @description Where messages go; the address that the group robot shows, or that of your system */
            address?: string;
            /** @description Signing secret of a DingTalk or Feishu robot (加签密钥) */
            secret?: string;
        };
        ChannelChangeInput: {
            /**
             * @description What you call it
             * @example 采购部群
             */
            name?: string;
            /**
             * @description Language of its messages
             * @enum {string}
             */
            language?: "zh" | "en";
            /** @description Kinds left out here */
            muted?: ("proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled")[];
            /**
             * @description daily: one message a day that holds all of it
             * @enum {string}
             */
            rhythm?: "at-once" | "daily";
            /**
             * @description Time of the daily message
             * @example 09:00
             */
            dailyAt?: string;
            /** @description No message in these hours; null: none */
            quiet?: components["schemas"]["QuietInput"] | null;
            /**
             * @description IANA time zone
             * @example Asia/Shanghai
             */
            zone?: string;
            /** @description Where messages go; the address that the group robot shows, or that of your system */
            address?: string;
            /** @description Signing secret of a DingTalk or Feishu robot (加签密钥) */
            secret?: string;
            /** @description false stops it, true lets it go on */
            active?: boolean;
        };
        TestView: {
            /** @enum {string} */
            result: "sent" | "later" | "refused";
            /** @description What the other side answered, or why it did not take the message */
            answer?: string;
        };
        SentMessageView: {
            id: string;
            /**
             * @description needless: all of it had been read by then
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "needless";
            /** @description Titles of the notices it holds */
            titles: string[];
            at: string;
            tries: number;
            sentAt?: string;
            /** @description Answer of the other side */
            receipt?: string;
            /** @description Why the last try did not succeed */
            reason?: string;
        };
        SentMessageViewPage: {
            items: components["schemas"]["SentMessageView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        BounceView: {
            /**
             * @description stopped: no more mail goes to this person until it says so; noted: the mail counts as given up; nothing: no report, or of no mail of ours
             * @enum {string}
             */
            outcome: "stopped" | "noted" | "nothing";
        };
        FailedMessageView: {
            id: string;
            /**
             * @description needless: all of it had been read by then
             * @enum {string}
             */
            state: "waiting" | "sent" | "failed" | "needless";
            /** @description Titles of the notices it holds */
            titles: string[];
            at: string;
            tries: number;
            sentAt?: string;
            /** @description Answer of the other side */
            receipt?: string;
            /** @description Why the last try did not succeed */
            reason?: string;
            channelId: string;
            personId: string;
        };
        FailedMessageViewPage: {
            items: components["schemas"]["FailedMessageView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        WordsOfLanguage: {
            /** @description Title in the product, subject of a mail */
            title: string;
            body: string;
        };
        WordsView: {
            zh: components["schemas"]["WordsOfLanguage"];
            en: components["schemas"]["WordsOfLanguage"];
        };
        NoticeWordsView: {
            /** @enum {string} */
            kind: "proposal.released" | "proposal.recommended" | "proposal.asked" | "proposal.accepted" | "proposal.declined" | "response.submitted" | "response.withdrawn" | "response.asked" | "response.answered" | "response.shortlisted" | "response.rejected" | "response.chosen" | "response.waited" | "evaluation.named" | "evaluation.complete" | "engagement.reminded" | "engagement.overran" | "engagement.stalled" | "engagement.opened" | "engagement.approached" | "engagement.advanced" | "engagement.assigned" | "engagement.orphaned" | "engagement.ended" | "message.posted" | "demand.submitted" | "demand.returned" | "demand.published" | "chosen.started" | "chosen.ran-out" | "chosen.over" | "organisation.registered" | "organisation.decided" | "claim.requested" | "claim.decided" | "channel.stopped" | "registration.invited" | "registration.applied" | "registration.decided" | "registration.withdrawn" | "agenda.wishes" | "agenda.final" | "agenda.changed" | "agenda.reminder" | "agenda.asked" | "agenda.unfilled";
            /** @description 0 while nobody has changed them */
            version: number;
            /** @description What may stand in curly brackets */
            places: string[];
            /** @description What has to, in the title or the text */
            needed: string[];
            /** @description The words of the house */
            house: components["schemas"]["WordsView"];
            /** @description What staff have put in their place */
            own?: components["schemas"]["WordsView"];
            /** @description Who has changed them last */
            byName?: string;
            at?: string;
        };
        NoticeWordsInput: {
            zh: components["schemas"]["WordsOfLanguage"];
            en: components["schemas"]["WordsOfLanguage"];
        };
        TriedWordsView: {
            title: string;
            body: string;
            /** @description Subject of the mail */
            subject: string;
            /** @description The mail as text */
            text: string;
            /** @description The mail as HTML */
            html: string;
            /** @description The message of a robot, in Markdown */
            robot: string;
        };
        TriedNoticeWordsView: {
            zh: components["schemas"]["TriedWordsView"];
            en: components["schemas"]["TriedWordsView"];
        };
        NoticeWordsChangeView: {
            version: number;
            byName: string;
            at: string;
            /** @description Missing: the words of the house again */
            own?: components["schemas"]["WordsView"];
        };
        NoticeWordsChangeViewPage: {
            items: components["schemas"]["NoticeWordsChangeView"][];
            /** @description Cursor of the next page; absent at the end */
            next?: string;
        };
        FacetValueView: {
            value: string;
            count: number;
        };
        DemandShown: {
            title: string;
            type: string;
            /** @enum {string} */
            status: "published" | "closed";
            chain?: string;
            link?: string;
            /** @description Absent when the leader keeps its name back */
            ownerName?: string;
            deadline: string;
            publishedAt?: string;
        };
        DemandHitView: {
            id: string;
            /** @description Fields that were hit, the words between U+E000 and U+E001 */
            marked: {
                [key: string]: string;
            };
            show: components["schemas"]["DemandShown"];
        };
        DemandSearchView: {
            /** @description Counted up to 1,000 */
            total: number;
            /** @description There are more than total says */
            capped: boolean;
            /** @description The 50 most frequent values of each facet */
            facets: {
                [key: string]: components["schemas"]["FacetValueView"][];
            };
            hits: components["schemas"]["DemandHitView"][];
        };
        FirmShown: {
            name: string;
            region?: string;
            tier?: string;
            /** @description The first five */
            products: string[];
            /** @description The first five */
            domains: string[];
            /** @description 0 to 100 */
            completeness: number;
            claimed: boolean;
        };
        FirmHitView: {
            id: string;
            /** @description Fields that were hit, the words between U+E000 and U+E001 */
            marked: {
                [key: string]: string;
            };
            show: components["schemas"]["FirmShown"];
        };
        FirmSearchView: {
            /** @description Counted up to 1,000 */
            total: number;
            /** @description There are more than total says */
            capped: boolean;
            /** @description The 50 most frequent values of each facet */
            facets: {
                [key: string]: components["schemas"]["FacetValueView"][];
            };
            hits: components["schemas"]["FirmHitView"][];
        };
        OrganisationShown: {
            name: string;
            /** @enum {string} */
            kind: "leader" | "sme" | "staff";
            /** @enum {string} */
            status: "pending" | "approved" | "rejected" | "suspended";
            creditCode?: string;
            region?: string;
            createdAt?: string;
        };
        OrganisationHitView: {
            id: string;
            /** @description Fields that were hit, the words between U+E000 and U+E001 */
            marked: {
                [key: string]: string;
            };
            show: components["schemas"]["OrganisationShown"];
        };
        OrganisationSearchView: {
            /** @description Counted up to 1,000 */
            total: number;
            /** @description There are more than total says */
            capped: boolean;
            /** @description The 50 most frequent values of each facet */
            facets: {
                [key: string]: components["schemas"]["FacetValueView"][];
            };
            hits: components["schemas"]["OrganisationHitView"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiveView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadyView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_backlog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BacklogView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "pending" | "approved" | "rejected" | "suspended";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_signUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedUpView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_addAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddAccountInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedUpView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_changeMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeMeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideOrganisationInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_trust: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrustInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_listPeople: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_addPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddPersonInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_changePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePersonInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_listKeys: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_addKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddApiKeyInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    IdentityController_revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PasswordLinkController_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PasswordLinkController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordLinkView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PasswordLinkController_use: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasswordInput"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OperationsController_lag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LagView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OperationsController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only those of this group */
                group?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LetterViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OperationsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WholeLetterView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OperationsController_drop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OperationsController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_types: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandTypeView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "draft" | "submitted" | "returned" | "published" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocumentPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_revise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChosenController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChosenListView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_choose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChosenFirmsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_takeBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_publish: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReviewInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_mark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SensitivityInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_return: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_close: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_renew: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DemandController_changes: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandHistoryViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccessLogController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandAccessViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    KnowFirms_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportController_start: {
        parameters: {
            query?: {
                /** @description Name of the file, for the list of imports */
                fileName?: string;
                /** @description true: report only, bring nothing in */
                checkOnly?: boolean;
            };
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file itself */
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ImportController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SheetController_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SheetController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file itself */
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SheetCheckController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file itself: xlsx or csv */
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedSheetView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SheetCheckController_mark: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file itself: xlsx or csv */
        requestBody: {
            content: {
                "text/csv": string;
                "application/x-ndjson": string;
                "application/jsonl": string;
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "requested" | "accepted" | "refused";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimDecisionInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ClaimController_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDocumentPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_duplicates: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_export: {
        parameters: {
            query?: {
                format?: "csv" | "jsonl" | "xlsx";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/x-ndjson": string;
                    "application/jsonl": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ProfileController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProfileChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDocument"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RebuildOrganisations_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_ofDemand: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_decided: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_advice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdviceView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchingController_firmsToInvite: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmToInviteViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChangesController_changes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionChangeViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BreakdownController_breakdown: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                firmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BreakdownView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BreakdownController_coverage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoverageView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreviewController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DemandPreviewInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandPreviewView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AnswerController_see: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AnswerController_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnswerInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    TrainingController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingRowViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoteInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_contradictions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                firmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContradictionsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_touch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                firmId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TouchFirmInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_untouch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                firmId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_trial: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeightsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionChangeView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_weigh: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WeightsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurateController_steps: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurationHistoryViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurationsController_held: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldListViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurationsController_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurationsController_set: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CurationsController_like: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LikeDemandViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChosenController_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidatesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RespondController_mine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RespondController_write: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResponseInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RespondController_submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RespondController_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawalInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RespondController_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                questionId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DecideController_shortlist: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShortlistInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DecideController_ask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SayInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DecideController_reject: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectionInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DecideController_choose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResponsesController_ofDemand: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "submitted" | "shortlisted" | "chosen" | "rejected" | "withdrawn";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResponsesController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResponsesController_waiting: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResponsesController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResponseView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ResponsesController_steps: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementHistoryViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EvaluationController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EvaluationController_setUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluationInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EvaluationController_leaveOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                personId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    EvaluationController_handIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreSheetInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EvaluationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_open: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_approach: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepPlanInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_closeStep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                step: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepClosingInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_handOver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OwnerInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_nameReaders: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadersInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_end: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndingInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_messages: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadController_post: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadsController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description As which side; default: as my organisation is registered */
                side?: "leader" | "firm";
                /** @description For staff, true: open threads of which a side has no owner */
                orphaned?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadsController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ThreadsController_history: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EngagementHistoryViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_listOfDemand: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandFilesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_addToDemand: {
        parameters: {
            query: {
                /** @description Its name; what it is follows from the content, not from the name */
                name: string;
                /** @description The circle that it is kept to; nda unless said */
                disclosure?: "public" | "matched" | "nda" | "named" | "owner";
            };
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The file itself */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_listOfThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadFilesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_addToThread: {
        parameters: {
            query: {
                /** @description Its name; what it is follows from the content, not from the name */
                name: string;
                /** @description The step that it is evidence of */
                step?: "contact" | "nda" | "sample" | "trial" | "supply" | "repeat";
            };
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The file itself */
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_remove: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FilesController_keepTo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileCircleInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RebuildKnown_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RebuildFacts_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsightController_lines: {
        parameters: {
            query?: {
                /** @description Industry chain; empty: demands without one */
                chain?: string;
                /** @description Organisation of the leader; a leader sees its own figures only */
                leader?: string;
                /** @description Region of the firms; empty: not known */
                district?: string;
                /** @description Demands published in this month or later, China time */
                from?: string;
                /** @description Demands published in this month or earlier */
                to?: string;
                /** @description A line for each; left out: chain */
                by?: "chain" | "month" | "leader" | "district";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FunnelView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsightController_sheet: {
        parameters: {
            query?: {
                /** @description Industry chain; empty: demands without one */
                chain?: string;
                /** @description Organisation of the leader; a leader sees its own figures only */
                leader?: string;
                /** @description Region of the firms; empty: not known */
                district?: string;
                /** @description Demands published in this month or later, China time */
                from?: string;
                /** @description Demands published in this month or earlier */
                to?: string;
                /** @description A line for each; left out: chain */
                by?: "chain" | "month" | "leader" | "district";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsightController_demands: {
        parameters: {
            query?: {
                /** @description Industry chain; empty: demands without one */
                chain?: string;
                /** @description Organisation of the leader; a leader sees its own figures only */
                leader?: string;
                /** @description Region of the firms; empty: not known */
                district?: string;
                /** @description Demands published in this month or later, China time */
                from?: string;
                /** @description Demands published in this month or earlier */
                to?: string;
                /** @description Demands with a firm that has come so far */
                stage?: "told" | "seen" | "answered" | "accepted" | "met" | "contract";
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsightDemandsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsightController_cases: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    InsightController_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FiguresCheckView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description For staff */
                phase?: "draft" | "registration" | "preferences" | "scheduling" | "provisional" | "final" | "live" | "closed" | "reported";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchmakingInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_revise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchmakingChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_move: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MatchmakingController_changes: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchmakingHistoryViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_bring: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                demandId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "invited" | "applied" | "approved" | "rejected" | "declined" | "withdrawn";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_apply: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_own: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_revise: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegistrationInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StayAwayInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_reviseFor: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffRegistrationInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RegistrationController_decide: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OwnRegistrationsController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnRegistrationViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryController_participants: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description For staff; participants see the other side */
                side?: "leader" | "sme";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryController_demands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroughtDemandView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DirectoryController_candidates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CandidateView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParticipantSheetController_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParticipantSheetController_check: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The file itself: xlsx */
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantSheetView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ParticipantSheetController_invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description The file itself: xlsx */
        requestBody: {
            content: {
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParticipantSheetView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreferencesOfEventController_own: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOfEventView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PreferencesOfEventController_give: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesOfEventInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesOfEventView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartScheduleInput"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_stop: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                scheduleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_whyNot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                leaderId: string;
                smeId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNotView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_whatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ScheduleController_whyNotMine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                organisationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNotMineView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_export: {
        parameters: {
            query?: {
                /** @description Minutes by which the clock of the reader is ahead of UTC; 480, as in China, unless said */
                ahead?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_lock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LockInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_checkPlace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_place: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtraMeetingInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_unmet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmetWishesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PlanController_agenda: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAgendaView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_checkIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckInInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_outcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                meetingId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_outcomes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_noShows: {
        parameters: {
            query?: {
                /** @description How long one waits for them; 10 unless said */
                minutes?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoShowView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_checkAbsence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_absence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AbsenceInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_checkDelay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DayController_delay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelayInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanChangedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SeatOffersController_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOfferView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SeatOffersController_ask: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOfferView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SeatOffersController_place: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                offerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatOfferView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SeatOffersController_answer: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                offerId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeatAnswerInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeatAskedView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarController_make: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportController_fairness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FairnessView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportController_report: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventReportView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RebuildKnownToEvents_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description true: unread ones only */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_unread: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_live: {
        parameters: {
            query?: never;
            header?: {
                /** @description Go on after this event */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_readPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    NotificationController_writePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferencesInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreferencesView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChannelInput"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_kinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelKindsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_change: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelChangeInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_test: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ChannelsController_sent: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SentMessageViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnsubscribeController_ask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    UnsubscribeController_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    BouncesController_take: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The mail as it came, at most 1 MiB */
        requestBody: {
            content: {
                "message/rfc822": string;
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FailedMessagesController_list: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedMessageViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    FailedMessagesController_replay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedMessageView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WordsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWordsView"][];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WordsController_set: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeWordsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWordsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WordsController_reset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Version that was read, e.g. "7"; when it is another now, the request is refused */
                "If-Match"?: string;
                /** @description 8 to 128 visible ASCII characters; a repeat of the request has no second effect */
                "Idempotency-Key"?: string;
            };
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWordsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WordsController_preview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoticeWordsInput"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriedNoticeWordsView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    WordsController_changes: {
        parameters: {
            query?: {
                /** @description Items a page, default 20 */
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                kind: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeWordsChangeViewPage"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    RebuildRecipients_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuiltView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SearchController_demands: {
        parameters: {
            query?: {
                /** @description Words; the last one may be unfinished */
                q?: string;
                limit?: number;
                offset?: number;
                /** @description Type of demand */
                type?: string[];
                /** @description Industry chain */
                chain?: string[];
                /** @description published or closed */
                status?: string[];
                /** @description Region asked for */
                region?: string[];
                /** @description Chain leader */
                owner?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandSearchView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SearchController_firms: {
        parameters: {
            query?: {
                /** @description Words; the last one may be unfinished */
                q?: string;
                limit?: number;
                offset?: number;
                /** @description Province, or province and city */
                region?: string[];
                /** @description Tier */
                tier?: string[];
                /** @description Industry */
                industry?: string[];
                /** @description yes: the firm has an account */
                claimed?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FirmSearchView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SearchController_organisations: {
        parameters: {
            query?: {
                /** @description Words; the last one may be unfinished */
                q?: string;
                limit?: number;
                offset?: number;
                /** @description leader, sme or staff */
                kind?: string[];
                /** @description pending, approved, rejected or suspended */
                status?: string[];
                /** @description Province, or province and city */
                region?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganisationSearchView"];
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SearchController_reindex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Problem document (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
