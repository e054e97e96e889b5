/** An email as it left the org. */
export interface SentEmail {
    readonly to: readonly string[];
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
    /** Id of the user, contact or lead that the message was addressed to by id. */
    readonly targetObjectId: string | null;
    readonly subject: string | null;
    readonly plainTextBody: string | null;
    readonly htmlBody: string | null;
    readonly replyTo: string | null;
    readonly senderDisplayName: string | null;
    /** Epoch milliseconds of the org's clock. */
    readonly sentAt: number;
}

/** A custom notification as its recipients see it. */
export interface SentNotification {
    readonly typeId: string;
    readonly title: string;
    readonly body: string;
    readonly targetId: string | null;
    readonly targetPageReference: string | null;
    /** Ids of users, groups and queues. */
    readonly recipients: readonly string[];
    readonly sentAt: number;
}

const DAY = 86_400_000;

/** What the org has sent: nothing leaves the machine, everything can be looked at here. */
export class Outbox {
    readonly emails: SentEmail[] = [];
    readonly notifications: SentNotification[] = [];

    /** Addresses written to on the GMT day; recipients that were given by id are users, who cost nothing. @param now epoch milliseconds */
    addressesOfDay(now: number): number {
        const midnight = Math.floor(now / DAY) * DAY;
        const today = this.emails.filter(({ sentAt }) => sentAt >= midnight);
        return today.reduce((sum, { to, cc, bcc }) => sum + [...to, ...cc, ...bcc].filter(isAddress).length, 0);
    }
}

/** Recipients may be given by id, too. */
export function isAddress(recipient: string): boolean {
    return recipient.includes('@');
}
