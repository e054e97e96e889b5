import { type Column, renderTable } from '../output/table.ts';
import type { Style } from '../output/style.ts';
import type { OrgOutbox } from './control-verbs.ts';

interface Sent {
    sentAt: number;
    kind: string;
    recipients: readonly string[];
    subject: string;
    text: string;
}

/** Emails and notifications in the order in which they were sent. */
export function describeOutbox({ emails, notifications }: OrgOutbox, look: { width: number; style: Style }): string[] {
    const sent: Sent[] = [
        ...emails.map(({ sentAt, to, subject, plainTextBody }) => {
            return { sentAt, kind: 'Email', recipients: to, subject: subject ?? '', text: plainTextBody ?? '' };
        }),
        ...notifications.map(({ sentAt, recipients, title, body }) => {
            return { sentAt, kind: 'Notification', recipients, subject: title, text: body };
        }),
    ].sort((left, right) => left.sentAt - right.sentAt);
    const columns: Column<Sent>[] = [
        { title: 'Sent', value: ({ sentAt }) => new Date(sentAt).toISOString() },
        { title: 'Kind', value: ({ kind }) => kind },
        { title: 'To', value: ({ recipients }) => recipients.join(', '), least: 12 },
        { title: 'Subject', value: ({ subject }) => subject, least: 12 },
        { title: 'Text', value: ({ text }) => text, least: 12 },
    ];
    return sent.length === 0 ? [] : renderTable(sent, columns, look);
}
