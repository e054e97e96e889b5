import type { ApexType, ClassType } from '../bind/types.ts';
import type { Universe } from '../bind/universe.ts';

/** The platform types that the language itself speaks of. */
export interface KnownTypes {
    readonly object: ApexType;
    readonly boolean: ClassType;
    readonly integer: ClassType;
    readonly long: ClassType;
    readonly double: ClassType;
    readonly decimal: ClassType;
    readonly string: ClassType;
    readonly id: ClassType;
    readonly date: ClassType;
    readonly datetime: ClassType;
    readonly time: ClassType;
    readonly exception: ClassType;
    readonly type: ClassType;
    listOf(element: ApexType): ClassType;
    setOf(element: ApexType): ClassType;
    mapOf(key: ApexType, value: ApexType): ClassType;
}

const known = new WeakMap<Universe, KnownTypes>();

export function knownTypes(universe: Universe): KnownTypes {
    let types = known.get(universe);
    if (types === undefined) {
        const system = (name: string, ...typeArguments: ApexType[]): ClassType =>
            universe.platformType('System', name, typeArguments);
        types = {
            object: universe.parseType('Object'),
            boolean: system('Boolean'),
            integer: system('Integer'),
            long: system('Long'),
            double: system('Double'),
            decimal: system('Decimal'),
            string: system('String'),
            id: system('Id'),
            date: system('Date'),
            datetime: system('Datetime'),
            time: system('Time'),
            exception: system('Exception'),
            type: system('Type'),
            listOf: (element) => system('List', element),
            setOf: (element) => system('Set', element),
            mapOf: (key, value) => system('Map', key, value),
        };
        known.set(universe, types);
    }
    return types;
}
