import {
    ApexList,
    type DataObject,
    LimitError,
    type MailService,
    newApexException,
    type SendEmailOutcome,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexSession } from '../apex/apex-session.ts';
import { isAddress, type Outbox } from './outbox.ts';

/** Addresses that one message may have (Apex Reference, "SingleEmailMessage"). */
const MAXIMUM_ADDRESSES = { toAddresses: 100, ccAddresses: 25, bccAddresses: 25 } as const;

/** Users and groups that one notification may name (Apex Reference, "CustomNotification"). */
const MAXIMUM_RECIPIENTS = 500;

/** Custom notifications of an org in an hour (Packaging guide, "Custom Notification Types"). */
const HOURLY_NOTIFICATIONS = 10_000;

const HOUR = 3_600_000;

const DAY_IS_FULL = 'The daily limit for the org would be exceeded by this request';

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Email and custom notifications: checked as the platform checks them, then put into the outbox of the org. */
export class OrgMail implements MailService {
    private readonly session: ApexSession;
    private readonly outbox: Outbox;

    constructor(session: ApexSession, outbox: Outbox) {
        this.session = session;
        this.outbox = outbox;
    }

    *send(messages: readonly DataObject[], allOrNone: boolean): Generator<Waiting, SendEmailOutcome[], void> {
        this.session.limits.count('EmailInvocations');
        const outcomes = this.withinDay(messages, messages.map(checkMessage));
        if (allOrNone && outcomes.some(({ success }) => !success)) return outcomes;
        messages.forEach((message, index) => {
            if (outcomes[index]?.success) this.post(message);
        });
        return outcomes;
    }

    /** @throws LimitError when the day's capacity does not reach for so many */
    reserve(_kind: 'single' | 'mass', count: number): void {
        if (this.sentToday + count > this.session.options.org.allocations.dailyEmails)
            throw new LimitError(DAY_IS_FULL);
    }

    private get sentToday(): number {
        return this.outbox.addressesOfDay(this.now());
    }

    private withinDay(messages: readonly DataObject[], outcomes: readonly SendEmailOutcome[]): SendEmailOutcome[] {
        const { dailyEmails } = this.session.options.org.allocations;
        let used = this.sentToday;
        return outcomes.map((outcome, index) => {
            if (!outcome.success) return outcome;
            used += externalAddresses(messages[index] as DataObject);
            return used > dailyEmails ? refused('SINGLE_EMAIL_LIMIT_EXCEEDED', DAY_IS_FULL) : outcome;
        });
    }

    /** @throws System.IllegalArgumentException for a notification that lacks a part, or has too many recipients */
    *sendNotification(notification: DataObject, recipients: readonly string[]): Generator<Waiting, void, void> {
        const text = (name: string): string | null => notification.get(name) as string | null;
        const [typeId, title, body] = ['notificationTypeId', 'title', 'body'].map(text);
        if (!typeId || !title || !body) throw illegal('Notification type, title and body are required.');
        if (text('targetId') === null && text('targetPageRef') === null)
            throw illegal('Either targetId or targetPageRef is required.');
        if (recipients.length === 0) throw illegal('Specify at least one recipient.');
        if (recipients.length > MAXIMUM_RECIPIENTS)
            throw illegal(`A notification can have at most ${MAXIMUM_RECIPIENTS} recipients.`);
        const lastHour = this.outbox.notifications.filter(({ sentAt }) => sentAt > this.now() - HOUR).length;
        if (lastHour >= HOURLY_NOTIFICATIONS)
            throw illegal(`An org can send at most ${HOURLY_NOTIFICATIONS} notifications in an hour.`);
        const sent = { typeId, title, body, targetId: text('targetId'), targetPageReference: text('targetPageRef') };
        this.whenCommitted(() =>
            this.outbox.notifications.push({ ...sent, recipients: [...recipients], sentAt: this.now() }),
        );
    }

    private post(message: DataObject): void {
        const text = (name: string): string | null => (message.get(name) ?? null) as string | null;
        const email = {
            to: addresses(message, 'toAddresses'),
            cc: addresses(message, 'ccAddresses'),
            bcc: addresses(message, 'bccAddresses'),
            targetObjectId: text('targetObjectId'),
            subject: text('subject'),
            plainTextBody: text('plainTextBody'),
            htmlBody: text('htmlBody'),
            replyTo: text('replyTo'),
            senderDisplayName: text('senderDisplayName'),
        };
        this.whenCommitted(() => this.outbox.emails.push({ ...email, sentAt: this.now() }));
    }

    /** A transaction that is rolled back sends nothing. */
    private whenCommitted(run: () => void): void {
        this.session.open.transaction.afterCommit(run);
        this.session.hasPendingEmail = true;
    }

    private now(): number {
        return this.session.open.transaction.now();
    }
}

function addresses(message: DataObject, name: string): string[] {
    const list = message.get(name);
    return list instanceof ApexList ? (list.items as string[]) : [];
}

function externalAddresses(message: DataObject): number {
    return Object.keys(MAXIMUM_ADDRESSES)
        .flatMap((name) => addresses(message, name))
        .filter(isAddress).length;
}

function checkMessage(message: DataObject): SendEmailOutcome {
    const kinds = Object.entries(MAXIMUM_ADDRESSES);
    const all = kinds.flatMap(([name]) => addresses(message, name));
    const tooMany = kinds.find(([name, maximum]) => addresses(message, name).length > maximum);
    const invalid = all.find((address) => !/^[0-9A-Za-z]{15,18}$/.test(address) && !ADDRESS.test(address));
    const hasBody = ['plainTextBody', 'htmlBody', 'templateId'].some((name) => (message.get(name) ?? '') !== '');
    if (tooMany !== undefined) return refused('LIMIT_EXCEEDED', `Too many addresses in ${tooMany[0]}: ${tooMany[1]}`);
    if (invalid !== undefined) return refused('INVALID_EMAIL_ADDRESS', `Invalid to address : ${invalid}`);
    if (all.length === 0 && (message.get('targetObjectId') ?? null) === null)
        return refused('REQUIRED_FIELD_MISSING', 'Add a recipient to send an email.');
    if (!hasBody) return refused('REQUIRED_FIELD_MISSING', 'Missing body, need at least one of html or plainText');
    return { success: true, errors: [] };
}

function refused(statusCode: string, message: string): SendEmailOutcome {
    return { success: false, errors: [{ statusCode, message, targetObjectId: null }] };
}

function illegal(message: string) {
    return newApexException('System.IllegalArgumentException', message);
}
