import { defineBuiltIn } from '../../built-in-type.ts';
import type { TypeLibrary } from '../../library.ts';
import type { AccessLevel } from '../../ports.ts';
import { throwNullPointer } from '../../exceptions/translate.ts';

/** `System.AccessLevel`: the mode in which a database operation runs. */
export class AccessLevelValue {
    readonly level: AccessLevel;
    readonly permissionSetId: string | null;

    constructor(level: AccessLevel, permissionSetId: string | null = null) {
        this.level = level;
        this.permissionSetId = permissionSetId;
    }

    toString(): string {
        return `AccessLevel:[${this.level === 'user' ? 'USER_MODE' : 'SYSTEM_MODE'}]`;
    }
}

defineBuiltIn('System.AccessLevel', AccessLevelValue);

const USER_MODE = new AccessLevelValue('user');
const SYSTEM_MODE = new AccessLevelValue('system');

/** The mode that a library call was given; @param otherwise the mode of a call without one */
export function accessOf<T extends AccessLevel | null>(value: unknown, otherwise: T): AccessLevel | T {
    if (value === undefined) return otherwise;
    return value instanceof AccessLevelValue ? value.level : throwNullPointer();
}

export const accessLevelLibrary: TypeLibrary = {
    type: 'System.AccessLevel',
    staticFields: { USER_MODE: () => USER_MODE, SYSTEM_MODE: () => SYSTEM_MODE },
    methods: {
        'withPermissionSetId(String)': (access: AccessLevelValue, id: string | null) =>
            new AccessLevelValue(access.level, id),
    },
    partly: { 'withPermissionSetId(String)': 'The permission set is kept but adds no access to the running user’s.' },
};
