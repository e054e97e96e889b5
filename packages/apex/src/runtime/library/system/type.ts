import { ApexType } from '../../apex-type.ts';
import { typeByName } from '../../class-registry.ts';
import { current } from '../../context.ts';
import { hashOfString } from '../../hash.ts';
import { throwApex } from '../../exceptions/throw.ts';
import type { TypeLibrary } from '../../library.ts';
import { newInstanceOf } from '../../new-instance.ts';
import { tokenOfElements } from '../../schema/token-of-elements.ts';
import { isTypeAssignable } from '../../types-registry.ts';
import type { ClassDescriptor, RuntimeType } from '../../types.ts';
import { nonNull } from '../receiver.ts';

function forName(namespace: string | null, name: string | null): ApexType | null {
    if (name === null) throwApex('System.NullPointerException', 'Argument cannot be null.');
    const type = typeByName(namespace, name);
    return type === null || !isVisible(type) ? null : ApexType.of(type);
}

/** Of a class of another package only what is global. */
function isVisible(type: RuntimeType): boolean {
    const { namespace, visibility } = type as Partial<ClassDescriptor>;
    if (namespace === undefined || visibility === 'global') return true;
    return namespace.toLowerCase() === current.transaction.namespace.toLowerCase();
}

export const typeLibrary: TypeLibrary = {
    type: 'System.Type',
    statics: {
        'forName(String)': (name: string | null) => forName(null, name),
        'forName(String,String)': forName,
    },
    methods: {
        'equals(Object)': (type: ApexType, other: unknown) => nonNull(type) === other,
        'getName()': (type: ApexType) => type.name,
        'hashCode()': (type: ApexType) => hashOfString(type.name),
        'isAssignableFrom(Type)': (type: ApexType, source: ApexType) =>
            isTypeAssignable(source.runtimeType, type.runtimeType),
        'newInstance()': (type: ApexType) => newInstanceOf(type.runtimeType),
        'toString()': (type: ApexType) => type.name,
    },
    /** null for types that are no records. */
    fields: { SObjectType: { get: (type: ApexType) => tokenOfElements(type.runtimeType) } },
};
