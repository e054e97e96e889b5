import { ApexList } from '../../collections/list.ts';
import type { TypeLibrary } from '../../library.ts';
import { primitiveType } from '../../types-registry.ts';
import { nonNull } from '../receiver.ts';
import { required } from '../../values/null.ts';
import { ApexPattern, matching } from '../../values/pattern.ts';
import { quotePattern } from '../../values/regex/quoting.ts';
import { split } from '../../values/regex/split.ts';

export const patternLibrary: TypeLibrary = {
    type: 'System.Pattern',
    statics: {
        'compile(String)': (pattern: string) => ApexPattern.compile(required(pattern)),
        'matches(String,String)': (pattern: string, text: string) => {
            const { matcher } = ApexPattern.compile(required(pattern)).matcher(required(text));
            return matching(() => matcher.matches());
        },
        'quote(String)': (text: string) => quotePattern(required(text)),
    },
    methods: {
        'matcher(String)': (self: ApexPattern, text: string) => nonNull(self).matcher(required(text)),
        'pattern()': (self: ApexPattern) => self.regex.pattern,
        'split(String)': (self: ApexPattern, text: string) => splitList(nonNull(self), text, 0),
        'split(String,Integer)': (self: ApexPattern, text: string, limit: number) =>
            splitList(nonNull(self), text, required(limit)),
    },
    partly: {
        'compile(String)':
            'Unicode blocks (\\p{In...}), \\X, \\b{g}, \\N{...} and (?c) are refused with a StringException that names them.',
    },
};

function splitList(pattern: ApexPattern, text: string, limit: number): ApexList {
    return new ApexList(
        primitiveType('String'),
        matching(() => split(pattern.regex, required(text), limit)),
    );
}
