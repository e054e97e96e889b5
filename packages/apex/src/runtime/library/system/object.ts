import { equalsMethod, hashCode } from '../../equality.ts';
import type { TypeLibrary } from '../../library.ts';
import { apexToString } from '../../to-string.ts';
import { nonNull } from '../receiver.ts';

/** What every value has. A class that defines the method itself is called through the virtual method underneath. */
export const objectLibrary: TypeLibrary = {
    type: 'System.Object',
    methods: {
        'equals(Object)': (value: unknown, other: unknown) => equalsMethod(nonNull(value), other),
        'hashCode()': (value: unknown) => hashCode(nonNull(value)),
        'toString()': (value: unknown) => apexToString(nonNull(value)),
    },
};
