import type { TypeLibrary } from '../../library.ts';
import { characterMethods } from './string/characters.ts';
import { escapeMethods } from './string/escape.ts';
import { partMethods } from './string/parts.ts';
import { predicateMethods, predicateStatics } from './string/predicates.ts';
import { regexMethods } from './string/regex.ts';
import { searchMethods } from './string/search.ts';
import { valueStatics } from './string/statics.ts';
import { transformMethods } from './string/transform.ts';

export const stringLibrary: TypeLibrary = {
    type: 'System.String',
    statics: { ...predicateStatics, ...valueStatics },
    methods: {
        ...characterMethods,
        ...escapeMethods,
        ...partMethods,
        ...predicateMethods,
        ...regexMethods,
        ...searchMethods,
        ...transformMethods,
    },
    partly: {
        'format(String,List<Object>)': 'Dates, and numbers with a style, are written as for the locale en_US.',
        'stripHtmlTags()': 'Tags are removed; what the platform does with scripts and entities is not published.',
    },
};
