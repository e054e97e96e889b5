import type { TypeLibrary } from '../../library.ts';
import { required } from '../../values/null.ts';
import { ApexTime } from '../../values/time.ts';

export const timeLibrary: TypeLibrary = {
    type: 'System.Time',
    statics: {
        'newInstance(Integer,Integer,Integer,Integer)': (
            hour: number,
            minute: number,
            second: number,
            millisecond: number,
        ) => ApexTime.of(required(hour), required(minute), required(second), required(millisecond)),
    },
    methods: {
        'addHours(Integer)': (self: ApexTime, hours: number) => self.addMilliseconds(required(hours) * 3_600_000),
        'addMilliseconds(Integer)': (self: ApexTime, milliseconds: number) =>
            self.addMilliseconds(required(milliseconds)),
        'addMinutes(Integer)': (self: ApexTime, minutes: number) => self.addMilliseconds(required(minutes) * 60_000),
        'addSeconds(Integer)': (self: ApexTime, seconds: number) => self.addMilliseconds(required(seconds) * 1000),
        'hour()': (self: ApexTime) => self.hour,
        'millisecond()': (self: ApexTime) => self.millisecond,
        'minute()': (self: ApexTime) => self.minute,
        'second()': (self: ApexTime) => self.second,
    },
};
