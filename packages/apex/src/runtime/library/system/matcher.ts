import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { required } from '../../values/null.ts';
import { matching, type ApexMatcher, type ApexPattern } from '../../values/pattern.ts';
import { quoteReplacement, replaceAll, replaceFirst } from '../../values/regex/replacement.ts';

/** What java.util.regex.Matcher throws as IllegalState and IndexOutOfBounds is a StringException with its message. */
export const matcherLibrary: TypeLibrary = {
    type: 'System.Matcher',
    statics: {
        'quoteReplacement(String)': (text: string) => quoteReplacement(required(text)),
    },
    methods: {
        'end()': (self: ApexMatcher) => matched(self, 'No match available').matcher.end,
        'end(Integer)': (self: ApexMatcher, group: number) => span(self, required(group)).end,
        'find()': (self: ApexMatcher) => matching(() => self.matcher.find()),
        'find(Integer)': (self: ApexMatcher, start: number) => findFrom(self, required(start)),
        'group()': (self: ApexMatcher) => matched(self, 'No match found').matcher.group(0),
        'group(Integer)': (self: ApexMatcher, group: number) => {
            const { matcher } = matched(self, 'No match found');
            return matcher.group(existing(self, required(group)));
        },
        'groupCount()': (self: ApexMatcher) => self.matcher.groupCount,
        'hasAnchoringBounds()': (self: ApexMatcher) => self.matcher.anchoringBounds,
        'hasTransparentBounds()': (self: ApexMatcher) => self.matcher.transparentBounds,
        'hitEnd()': (self: ApexMatcher) => matching(() => self.matcher.hitEnd),
        'lookingAt()': (self: ApexMatcher) => matching(() => self.matcher.lookingAt()),
        'matches()': (self: ApexMatcher) => matching(() => self.matcher.matches()),
        'pattern()': (self: ApexMatcher) => self.pattern,
        'region(Integer,Integer)': (self: ApexMatcher, start: number, end: number) =>
            setRegion(self, required(start), required(end)),
        'regionEnd()': (self: ApexMatcher) => self.matcher.region.end,
        'regionStart()': (self: ApexMatcher) => self.matcher.region.start,
        'replaceAll(String)': (self: ApexMatcher, replacement: string) =>
            matching(() => replaceAll(self.matcher, required(replacement))),
        'replaceFirst(String)': (self: ApexMatcher, replacement: string) =>
            matching(() => replaceFirst(self.matcher, required(replacement))),
        'requireEnd()': (self: ApexMatcher) => matching(() => self.matcher.requireEnd),
        'reset()': (self: ApexMatcher) => {
            self.matcher.reset();
            return self;
        },
        'reset(String)': (self: ApexMatcher, text: string) => {
            self.matcher.reset(required(text));
            return self;
        },
        'start()': (self: ApexMatcher) => matched(self, 'No match available').matcher.start,
        'start(Integer)': (self: ApexMatcher, group: number) => span(self, required(group)).start,
        'useAnchoringBounds(Boolean)': (self: ApexMatcher, value: boolean) => {
            self.matcher.anchoringBounds = required(value);
            return self;
        },
        'usePattern(Pattern)': (self: ApexMatcher, pattern: ApexPattern) => {
            self.matcher.use(required(pattern).regex);
            self.pattern = pattern;
            return self;
        },
        'useTransparentBounds(Boolean)': (self: ApexMatcher, value: boolean) => {
            self.matcher.transparentBounds = required(value);
            return self;
        },
    },
};

function matched(self: ApexMatcher, otherwise: string): ApexMatcher {
    if (!self.matcher.matched) throwApex('System.StringException', otherwise);
    return self;
}

function existing(self: ApexMatcher, group: number): number {
    if (group < 0 || group > self.matcher.groupCount) throwApex('System.StringException', `No group ${group}`);
    return group;
}

function span(self: ApexMatcher, group: number): { start: number; end: number } {
    return matched(self, 'No match available').matcher.groupSpan(existing(self, group));
}

function findFrom(self: ApexMatcher, start: number): boolean {
    if (start < 0 || start > self.matcher.text.length) throwApex('System.StringException', 'Illegal start index');
    return matching(() => self.matcher.findFrom(start));
}

function setRegion(self: ApexMatcher, start: number, end: number): ApexMatcher {
    const { length } = self.matcher.text;
    if (start < 0 || start > length) throwApex('System.StringException', 'start');
    if (end < start || end > length) throwApex('System.StringException', 'end');
    self.matcher.setRegion(start, end);
    return self;
}
