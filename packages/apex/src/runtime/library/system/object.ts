import { equalsMethod, hashCode } from '../../equality.ts';
import type { TypeLibrary } from '../../library.ts';
import type { ApexObject } from '../../object.ts';
import { apexToString } from '../../to-string.ts';
import { nonNull } from '../receiver.ts';

/** `object.clone()`: a new object whose fields hold what the fields of the old one do; no constructor runs. */
function shallowCopy(object: ApexObject): ApexObject {
    return Object.assign(Object.create(Object.getPrototypeOf(nonNull(object)) as object) as ApexObject, object);
}

/** What every value has. A class that defines the method itself is called through the virtual method underneath. */
export const objectLibrary: TypeLibrary = {
    type: 'System.Object',
    methods: {
        'clone()': shallowCopy,
        'equals(Object)': (value: unknown, other: unknown) => equalsMethod(nonNull(value), other),
        'hashCode()': (value: unknown) => hashCode(nonNull(value)),
        'toString()': (value: unknown) => apexToString(nonNull(value)),
    },
};
