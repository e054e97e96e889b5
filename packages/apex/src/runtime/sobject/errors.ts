import type { ApexException } from '../exceptions/apex-exception.ts';
import type { DmlError } from '../ports.ts';
import type { SObject } from './sobject.ts';

const STATUS_CODE = 'FIELD_CUSTOM_VALIDATION_EXCEPTION';

/** `record.addError(...)` and `record.Field.addError(...)`: the save of the record fails with the message. */
export function addError(
    record: SObject,
    error: string | ApexException,
    field: string | null = null,
    escape = true,
): void {
    const message = typeof error === 'string' ? error : error.getmessage$();
    (record.errors ??= []).push({ message: message ?? '', field, escape });
}

/** What `getErrors()` answers and the failed save reports. */
export function recordErrors(record: SObject): readonly DmlError[] {
    return (record.errors ?? []).map(({ message, field }) => ({
        statusCode: STATUS_CODE,
        message,
        fields: field === null ? [] : [field],
    }));
}
