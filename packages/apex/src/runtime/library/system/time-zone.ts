import { current } from '../../context.ts';
import type { TypeLibrary } from '../../library.ts';
import { ApexTimeZone } from '../../values/apex-time-zone.ts';
import type { ApexDatetime } from '../../values/datetime.ts';
import { required } from '../../values/null.ts';
import { zoneName } from '../../values/time-zone-names.ts';
import { timeZone } from '../../values/time-zone.ts';
import { nonNull } from '../receiver.ts';

export const timeZoneLibrary: TypeLibrary = {
    type: 'System.TimeZone',
    statics: {
        'getTimeZone(String)': (id: string) => new ApexTimeZone(timeZone(required(id))),
    },
    methods: {
        'getDisplayName()': (self: ApexTimeZone) => displayName(nonNull(self)),
        'getID()': (self: ApexTimeZone) => self.rules.id,
        'getOffset(Datetime)': (self: ApexTimeZone, datetime: ApexDatetime) =>
            self.rules.offsetAt(required(datetime).milliseconds),
        'toString()': (self: ApexTimeZone) => self.rules.id,
    },
};

/** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`, with what is in force now. */
function displayName({ rules }: ApexTimeZone): string {
    const now = current.transaction.now();
    const minutes = Math.trunc(Math.abs(rules.offsetAt(now)) / 60_000);
    const sign = rules.offsetAt(now) < 0 ? '-' : '+';
    const pad = (value: number): string => String(value).padStart(2, '0');
    return `(GMT${sign}${pad(Math.trunc(minutes / 60))}:${pad(minutes % 60)}) ${zoneName(rules, now, true)} (${rules.id})`;
}
