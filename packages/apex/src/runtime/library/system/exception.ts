import { findPlatformType } from '../../../platform/index.ts';
import { ApexMap } from '../../collections/map.ts';
import { ApexSet } from '../../collections/set.ts';
import { exceptionClass, exceptionNames, type ApexException } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { primitiveType, setType } from '../../types-registry.ts';

/** Methods go through the object, since classes of the program override them. */
const exceptionLibrary: TypeLibrary = {
    type: 'System.Exception',
    methods: {
        'getCause()': (e: ApexException) => e.getcause$(),
        'getDmlFieldNames(Integer)': (e: ApexException, index: number) => e.getdmlfieldnames$integer(index),
        'getDmlFields(Integer)': (e: ApexException, index: number) => e.getdmlfields$integer(index),
        'getDmlId(Integer)': (e: ApexException, index: number) => e.getdmlid$integer(index),
        'getDmlIndex(Integer)': (e: ApexException, index: number) => e.getdmlindex$integer(index),
        'getDmlMessage(Integer)': (e: ApexException, index: number) => e.getdmlmessage$integer(index),
        'getDmlStatusCode(Integer)': (e: ApexException, index: number) => e.getdmlstatuscode$integer(index),
        'getDmlType(Integer)': (e: ApexException, index: number) => e.getdmltype$integer(index),
        'getLineNumber()': (e: ApexException) => e.getlinenumber$(),
        'getMessage()': (e: ApexException) => e.getmessage$(),
        'getNumDml()': (e: ApexException) => e.getnumdml$(),
        'getStackTraceString()': (e: ApexException) => e.getstacktracestring$(),
        'getTypeName()': (e: ApexException) => e.gettypename$(),
        'initCause(Exception)': (e: ApexException, cause: ApexException | null) => e.initcause$exception(cause),
        'setMessage(String)': (e: ApexException, message: string | null) => e.setmessage$string(message),
    },
};

/** The constructors that the platform gives nearly every exception type; `withConstructors` names the others. */
function constructorsOf(name: string): TypeLibrary['constructors'] {
    const make = exceptionClass(name);
    if (name === 'System.AuraHandledException')
        return { 'new(String)': (message: string | null) => new make().new$string(message) };
    if (name === 'System.InvalidParameterValueException') {
        return {
            'new(String,String)': (parameter: string, value: string) =>
                new make().new$string(`Invalid value for parameter ${parameter}: ${value}`),
        };
    }
    return {
        'new()': () => new make().new$(),
        'new(String)': (message: string | null) => new make().new$string(message),
        'new(Exception)': (cause: ApexException | null) => new make().new$exception(cause),
        'new(String,Exception)': (message: string | null, cause: ApexException | null) =>
            new make().new$string$exception(message, cause),
    };
}

const queryExceptionMethods: TypeLibrary['methods'] = {
    'getInaccessibleFields()': ({ inaccessibleFields }: ApexException) => {
        const text = primitiveType('String');
        const fields = [...inaccessibleFields].map(([object, names]) => [object, ApexSet.of(text, names)] as const);
        return ApexMap.of(text, setType(text), fields);
    },
};

function isInTables(name: string): boolean {
    const dot = name.indexOf('.');
    return findPlatformType(name.slice(0, dot), name.slice(dot + 1)) !== undefined;
}

/** `System.Exception` and every built-in type below it that the platform tables know. */
export const exceptionLibraries: readonly TypeLibrary[] = [
    exceptionLibrary,
    ...exceptionNames.filter(isInTables).map((name): TypeLibrary => ({
        type: name,
        constructors: constructorsOf(name) ?? {},
        ...(name === 'System.QueryException' && { methods: queryExceptionMethods }),
    })),
];
