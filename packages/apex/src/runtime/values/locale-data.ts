/**
 * Numbers and dates by locale, as Salesforce writes them with ICU formats (Help: "Supported Date and Time Formats (ICU)"):
 * the short patterns of the Unicode CLDR, release 39, with years of four digits. Letters are java.text.SimpleDateFormat's.
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
    readonly amPm: readonly [am: string, pm: string];
}

/** Locale, grouping and decimal separator, the three patterns, first day of the week, and the halves of the day. */
const TABLE = `
en_US|,|.|M/d/yyyy|M/d/yyyy, h:mm a|M/d/yyyy, h:mm:ss a z|Sunday
en_GB|,|.|dd/MM/yyyy|dd/MM/yyyy, HH:mm|dd/MM/yyyy, HH:mm:ss z|Monday
en_CA|,|.|yyyy-MM-dd|yyyy-MM-dd, h:mm a|yyyy-MM-dd, h:mm:ss a z|Sunday|a.m.|p.m.
en_AU|,|.|d/M/yyyy|d/M/yyyy, h:mm a|d/M/yyyy, h:mm:ss a z|Sunday|am|pm
en_NZ|,|.|d/MM/yyyy|d/MM/yyyy, h:mm a|d/MM/yyyy, h:mm:ss a z|Monday|am|pm
en_IE|,|.|dd/MM/yyyy|dd/MM/yyyy, HH:mm|dd/MM/yyyy, HH:mm:ss z|Monday
en_IN|,|.|dd/MM/yyyy|dd/MM/yyyy, h:mm a|dd/MM/yyyy, h:mm:ss a z|Sunday|am|pm
en_ZA|NBSP|,|yyyy/MM/dd|yyyy/MM/dd, HH:mm|yyyy/MM/dd, HH:mm:ss z|Sunday
en_SG|,|.|d/M/yyyy|d/M/yyyy, h:mm a|d/M/yyyy, h:mm:ss a z|Sunday|am|pm
de_DE|.|,|dd.MM.yyyy|dd.MM.yyyy, HH:mm|dd.MM.yyyy, HH:mm:ss z|Monday
de_AT|NBSP|,|dd.MM.yyyy|dd.MM.yyyy, HH:mm|dd.MM.yyyy, HH:mm:ss z|Monday
de_CH|’|.|dd.MM.yyyy|dd.MM.yyyy, HH:mm|dd.MM.yyyy, HH:mm:ss z|Monday
fr_FR|NNBSP|,|dd/MM/yyyy|dd/MM/yyyy HH:mm|dd/MM/yyyy HH:mm:ss z|Monday
fr_CA|NBSP|,|yyyy-MM-dd|yyyy-MM-dd HH 'h' mm|yyyy-MM-dd HH 'h' mm 'min' ss 's' z|Sunday
fr_BE|NNBSP|,|d/MM/yyyy|d/MM/yyyy HH:mm|d/MM/yyyy HH:mm:ss z|Monday
fr_CH|NNBSP|,|dd.MM.yyyy|dd.MM.yyyy HH:mm|dd.MM.yyyy HH:mm:ss z|Monday
es_ES|.|,|d/M/yyyy|d/M/yyyy H:mm|d/M/yyyy H:mm:ss z|Monday
es_MX|,|.|dd/MM/yyyy|dd/MM/yyyy HH:mm|dd/MM/yyyy HH:mm:ss z|Sunday
es_AR|.|,|d/M/yyyy|d/M/yyyy HH:mm|d/M/yyyy HH:mm:ss z|Monday
it_IT|.|,|dd/MM/yyyy|dd/MM/yyyy, HH:mm|dd/MM/yyyy, HH:mm:ss z|Monday
nl_NL|.|,|dd-MM-yyyy|dd-MM-yyyy HH:mm|dd-MM-yyyy HH:mm:ss z|Monday
nl_BE|.|,|d/MM/yyyy|d/MM/yyyy HH:mm|d/MM/yyyy HH:mm:ss z|Monday
pt_BR|.|,|dd/MM/yyyy|dd/MM/yyyy HH:mm|dd/MM/yyyy HH:mm:ss z|Sunday
pt_PT|NBSP|,|dd/MM/yyyy|dd/MM/yyyy, HH:mm|dd/MM/yyyy, HH:mm:ss z|Sunday
sv_SE|NBSP|,|yyyy-MM-dd|yyyy-MM-dd HH:mm|yyyy-MM-dd HH:mm:ss z|Monday
da_DK|.|,|dd.MM.yyyy|dd.MM.yyyy HH.mm|dd.MM.yyyy HH.mm.ss z|Monday
fi_FI|NBSP|,|d.M.yyyy|d.M.yyyy H.mm|d.M.yyyy H.mm.ss z|Monday
pl_PL|NBSP|,|dd.MM.yyyy|dd.MM.yyyy, HH:mm|dd.MM.yyyy, HH:mm:ss z|Monday
cs_CZ|NBSP|,|dd.MM.yyyy|dd.MM.yyyy H:mm|dd.MM.yyyy H:mm:ss z|Monday
hu_HU|NBSP|,|yyyy. MM. dd.|yyyy. MM. dd. H:mm|yyyy. MM. dd. H:mm:ss z|Monday
ru_RU|NBSP|,|dd.MM.yyyy|dd.MM.yyyy, HH:mm|dd.MM.yyyy, HH:mm:ss z|Monday
tr_TR|.|,|d.MM.yyyy|d.MM.yyyy HH:mm|d.MM.yyyy HH:mm:ss z|Monday
ja_JP|,|.|yyyy/MM/dd|yyyy/MM/dd H:mm|yyyy/MM/dd H:mm:ss z|Sunday
ko_KR|,|.|yyyy. M. d.|yyyy. M. d. a h:mm|yyyy. M. d. a h시 m분 s초 z|Sunday|오전|오후
zh_CN|,|.|yyyy/M/d|yyyy/M/d ah:mm|yyyy/M/d z ah:mm:ss|Sunday|上午|下午
zh_TW|,|.|yyyy/M/d|yyyy/M/d ah:mm|yyyy/M/d ah:mm:ss [z]|Sunday|上午|下午
`;

/** No-break spaces are written out, since nobody can see them. */
const SEPARATORS: Readonly<Record<string, string>> = { NBSP: '\u00a0', NNBSP: '\u202f' };

function readRow(row: string): [string, LocaleData] {
    const [name = '', grouping = '', decimal = '', date = '', dateTime = '', dateTimeLong = '', first, am, pm] =
        row.split('|');
    return [
        name,
        {
            grouping: SEPARATORS[grouping] ?? grouping,
            decimal,
            date,
            dateTime,
            dateTimeLong,
            firstDayOfWeek: first === 'Monday' ? 1 : 0,
            amPm: [am ?? 'AM', pm ?? 'PM'],
        },
    ];
}

export const locales: Readonly<Record<string, LocaleData>> = Object.fromEntries(TABLE.trim().split('\n').map(readRow));
