import type { OrgEdition } from '../../default-data/new-org.ts';

/** Source that is deployed when the org starts. */
export interface SourceSetting {
    /** Of an SFDX project, or of source in it. */
    readonly folder: string;
    /** null: the one in sfdx-project.json; '' for none. */
    readonly namespace: string | null;
    /** Installed as a managed package, beside the org's own code. */
    readonly managed: boolean;
}

/** Makes access tokens for itself, as a connected app of the org does. */
export interface ConnectedApp {
    readonly clientId: string;
    /** null: the app is public, and no secret is asked for. */
    readonly clientSecret: string | null;
    /** PEM of the certificate or public key that signs its JWTs; null: it may not use them. */
    readonly certificate: string | null;
    /** Of the user that the client credentials flow logs in; null: the administrator. */
    readonly runAs: string | null;
}

/** Everything that an org's thread is started with. */
export interface OrgSettings {
    /** null: in memory alone. */
    readonly folder: string | null;
    readonly spool: string;
    /** Where parsed Apex is kept; null: nowhere. */
    readonly cacheFolder: string | null;
    /** Managed packages in the order of their installation, then the org's own code. */
    readonly sources: readonly SourceSetting[];
    readonly name: string;
    readonly edition: OrgEdition;
    readonly username: string;
    readonly timeZone: string;
    readonly isSandbox: boolean;
    /** Epoch milliseconds of a clock that stands still until it is moved; null: it goes with the machine's. */
    readonly clockStart: number | null;
    readonly baseUrl: string;
    readonly connectedApps: readonly ConnectedApp[];
    /** null: as the edition has them. */
    readonly dailyApiRequests: number | null;
}
