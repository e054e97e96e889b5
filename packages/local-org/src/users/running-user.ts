import type { RunningUser } from '@sw-studio/apex/runtime';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { StoredRow } from '../store/stored-row.ts';

/** Who runs the code, from the row of the user. */
export function readRunningUser(object: ObjectSchema, row: StoredRow): RunningUser {
    const text = (name: string): string | null => (row[object.field(name)?.slot ?? -1] ?? null) as string | null;
    return {
        id: row[0] as string,
        username: text('Username') ?? '',
        firstName: text('FirstName'),
        lastName: text('LastName') ?? '',
        email: text('Email') ?? '',
        profileId: text('ProfileId') ?? '',
        roleId: text('UserRoleId'),
        userType: text('UserType') ?? 'Standard',
        timeZone: text('TimeZoneSidKey') ?? 'GMT',
        locale: text('LocaleSidKey') ?? 'en_US',
        language: text('LanguageLocaleKey') ?? 'en_US',
        currency: text('CurrencyIsoCode') ?? text('DefaultCurrencyIsoCode') ?? 'USD',
    };
}
