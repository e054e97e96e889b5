import { throwApex } from '../../exceptions.ts';
import type { TypeLibrary } from '../../library.ts';
import { required } from '../../values/null.ts';

export const booleanLibrary: TypeLibrary = {
    type: 'System.Boolean',
    statics: {
        'valueOf(Object)': booleanOfObject,
    },
};

/** Text other than `true`, in any case, is false; other types are refused. */
function booleanOfObject(value: unknown): boolean {
    const present = required(value);
    if (typeof present === 'boolean') return present;
    if (typeof present === 'string') return present.toLowerCase() === 'true';
    throwApex('System.TypeException', `Invalid boolean: ${String(present)}`);
}
