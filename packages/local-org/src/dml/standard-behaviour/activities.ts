import { meaningOf, valueOf, type RowValues } from './row-values.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Closed and high-priority follow from status and priority; the account from what or whom the task is about. */
export function deriveTask(values: RowValues): void {
    values.set('IsClosed', meaningOf(values.context, 'TaskStatus', values.get('Status'))?.('IsClosed') ?? false);
    values.set(
        'IsHighPriority',
        meaningOf(values.context, 'TaskPriority', values.get('Priority'))?.('IsHighPriority') ?? false,
    );
    setAccount(values);
}

/** An event has a start and a length; the end, or the length, follows from the other (Object Reference, Event). */
export function deriveEvent(values: RowValues): void {
    const start = values.get('StartDateTime') ?? values.get('ActivityDateTime');
    if (typeof start === 'number') {
        values.set('StartDateTime', start);
        values.set('ActivityDateTime', start);
        values.set('ActivityDate', Math.floor(start / DAY));
        setEnd(values, start);
    }
    setAccount(values);
}

function setEnd(values: RowValues, start: number): void {
    const [end, minutes] = [values.get('EndDateTime'), values.get('DurationInMinutes')];
    if (typeof end === 'number' && (values.changed('EndDateTime') || typeof minutes !== 'number')) {
        values.set('DurationInMinutes', Math.round((end - start) / MINUTE));
    } else if (typeof minutes === 'number') {
        values.set('EndDateTime', start + minutes * MINUTE);
    }
}

function setAccount(values: RowValues): void {
    const [what, who] = [values.get('WhatId'), values.get('WhoId')];
    const { context } = values;
    let account: unknown = null;
    if (typeof what === 'string') account = what.startsWith('001') ? what : valueOf(context, what, 'AccountId');
    if (account === null && typeof who === 'string') account = valueOf(context, who, 'AccountId');
    values.set('AccountId', typeof account === 'string' ? account : null);
    if (typeof who === 'string') values.set('WhoCount', 1);
    if (typeof what === 'string') values.set('WhatCount', 1);
}
