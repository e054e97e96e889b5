import type { SoqlField, SoqlObject } from './schema.ts';
import type { StoredRow, StoredValue } from './source.ts';

export type BindKind = 'id' | 'string' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'null';

/** A bind variable in stored form: one value, or a list for IN, NOT IN, INCLUDES and EXCLUDES. */
export interface BindValue {
    readonly kind: BindKind;
    readonly value: StoredValue | readonly StoredValue[];
}

/** Everything outside of the rows that a query's answer depends on. */
export interface QueryEnvironment {
    /** Milliseconds since 1970. */
    now(): number;
    readonly userId: string;
    /** IANA name; date literals and convertTimezone use it. */
    readonly timeZone: string;
    /** Salesforce or BCP 47 form (`en_US`, `en-US`): first day of the week, and the order of text. */
    readonly locale: string;
    /** 1 to 12. */
    readonly fiscalYearStartMonth: number;
    /** The value of a bind; its name is the expression as written after the colon. Undefined: there is no such variable. */
    binds(expression: string): BindValue | undefined;
    /** The value of a field whose `formula` is true. */
    formula(object: SoqlObject, slot: number, row: StoredRow): StoredValue;
    /** Record-level sharing; absent means that every row is visible. */
    visible?(object: SoqlObject, row: StoredRow): boolean;
    /** toLabel. */
    label?(object: SoqlObject, field: SoqlField, value: string): string;
    /** FORMAT; absent or null: by the locale, the time zone and the currency. */
    formatValue?(field: SoqlField, value: StoredValue): string | null;
    /** Of the amounts of a query, for FORMAT; default USD. */
    readonly currencyIsoCode?: string;
    /** convertCurrency: the amount of the row in the user's currency. */
    convertCurrency?(object: SoqlObject, field: SoqlField, row: StoredRow, value: number): number;
    /** Object and field permissions of the running user, asked by WITH USER_MODE and WITH SECURITY_ENFORCED. */
    access?(object: SoqlObject, field?: SoqlField): boolean;
    /** True runs the query in user mode whatever its WITH clause says (`AccessLevel.USER_MODE`). */
    readonly userMode?: boolean;
    /** `USING SCOPE`, other than EVERYTHING: whether the row is in the scope. Absent: only MINE is supported, by OwnerId. */
    inScope?(scope: string, object: SoqlObject, row: StoredRow): boolean;
}
