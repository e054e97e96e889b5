import * as Flags from '@oclif/core/flags';
import type { EventErrorKind, EventFilter } from '@sw-studio/contract';
import { Messages } from '../messages.ts';

const messages = Messages.load('queue');

const ERROR_KINDS: readonly EventErrorKind[] = ['Transient', 'Throttled', 'Permanent', 'Poison'];

/** Flags that say which rows of the queue are meant. */
export const filterFlags = {
    handler: Flags.string({ summary: messages.get('flags.handler.summary') }),
    object: Flags.string({ summary: messages.get('flags.object.summary') }),
    'error-code': Flags.string({ summary: messages.get('flags.error-code.summary') }),
    'error-kind': Flags.option({ options: ERROR_KINDS })({ summary: messages.get('flags.error-kind.summary') }),
    record: Flags.string({ summary: messages.get('flags.record.summary'), multiple: true, helpValue: '<id>' }),
    event: Flags.string({ summary: messages.get('flags.event.summary'), multiple: true, helpValue: '<id>' }),
};

interface FilterFlagValues {
    handler?: string | undefined;
    object?: string | undefined;
    'error-code'?: string | undefined;
    'error-kind'?: EventErrorKind | undefined;
    record?: string[] | undefined;
    event?: string[] | undefined;
}

export function filterOf(flags: FilterFlagValues): EventFilter {
    const { handler, object, record, event } = flags;
    const { 'error-code': errorCode, 'error-kind': errorKind } = flags;
    return {
        ...(handler !== undefined && { handler }),
        ...(object !== undefined && { objectName: object }),
        ...(errorCode !== undefined && { errorCode }),
        ...(errorKind !== undefined && { errorKind }),
        ...(record !== undefined && { recordIds: record }),
        ...(event !== undefined && { eventIds: event }),
    };
}
