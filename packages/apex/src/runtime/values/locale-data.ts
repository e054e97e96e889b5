/**
 * Numbers and dates by locale, as Salesforce writes them with ICU formats (Help: "Supported Date and Time Formats (ICU)",
 * "Supported Number, Name, and Address Formats (ICU)"). Patterns are in java.text.SimpleDateFormat's letters.
 */
export interface LocaleData {
    readonly grouping: string;
    readonly decimal: string;
    /** `Date.format()`. */
    readonly date: string;
    /** `Datetime.format()`. */
    readonly dateTime: string;
    /** `Datetime.formatLong()`. */
    readonly dateTimeLong: string;
    /** 0 Sunday, 1 Monday. */
    readonly firstDayOfWeek: 0 | 1;
}

export const locales: Readonly<Record<string, LocaleData>> = {
    en_US: {
        grouping: ',',
        decimal: '.',
        date: 'M/d/yyyy',
        dateTime: 'M/d/yyyy, h:mm a',
        dateTimeLong: 'M/d/yyyy, h:mm:ss a z',
        firstDayOfWeek: 0,
    },
    en_GB: {
        grouping: ',',
        decimal: '.',
        date: 'dd/MM/yyyy',
        dateTime: 'dd/MM/yyyy, HH:mm',
        dateTimeLong: 'dd/MM/yyyy, HH:mm:ss z',
        firstDayOfWeek: 1,
    },
    de_DE: {
        grouping: '.',
        decimal: ',',
        date: 'dd.MM.yyyy',
        dateTime: 'dd.MM.yyyy, HH:mm',
        dateTimeLong: 'dd.MM.yyyy, HH:mm:ss z',
        firstDayOfWeek: 1,
    },
    fr_FR: {
        grouping: '\u202f',
        decimal: ',',
        date: 'dd/MM/yyyy',
        dateTime: 'dd/MM/yyyy HH:mm',
        dateTimeLong: 'dd/MM/yyyy HH:mm:ss z',
        firstDayOfWeek: 1,
    },
    ja_JP: {
        grouping: ',',
        decimal: '.',
        date: 'yyyy/MM/dd',
        dateTime: 'yyyy/MM/dd H:mm',
        dateTimeLong: 'yyyy/MM/dd H:mm:ss z',
        firstDayOfWeek: 0,
    },
};
