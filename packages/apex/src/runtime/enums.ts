import { findPlatformType } from '../platform/index.ts';
import { builtInType, type BuiltInType } from './built-in-type.ts';
import type { RuntimeType } from './types.ts';

/** One value of an enum, of the library or of a class. There is one object per constant, so identity is equality. */
export class ApexEnumConstant {
    readonly $type: RuntimeType;
    readonly name: string;
    readonly ordinal: number;

    constructor(type: RuntimeType, name: string, ordinal: number) {
        this.$type = type;
        this.name = name;
        this.ordinal = ordinal;
    }

    get type(): RuntimeType {
        return this.$type;
    }

    name$(): string {
        return this.name;
    }

    ordinal$(): number {
        return this.ordinal;
    }

    tostring$(): string {
        return this.name;
    }
}

interface BuiltInEnum {
    readonly type: BuiltInType;
    readonly constants: readonly ApexEnumConstant[];
    readonly byName: ReadonlyMap<string, ApexEnumConstant>;
}

const enums = new Map<string, BuiltInEnum>();

/** The constants of a library enum in the platform's order; the platform tables say what they are. */
export function enumConstants(typeName: string): readonly ApexEnumConstant[] {
    return enumOf(typeName).constants;
}

export function enumType(typeName: string): RuntimeType {
    return enumOf(typeName).type;
}

/**
 * @param typeName qualified: `System.StatusCode`
 * @param name any spelling
 * @returns null where the enum has no such constant
 */
export function enumConstant(typeName: string, name: string): ApexEnumConstant | null {
    return enumOf(typeName).byName.get(name.toLowerCase()) ?? null;
}

function enumOf(typeName: string): BuiltInEnum {
    const key = typeName.toLowerCase();
    let found = enums.get(key);
    if (found === undefined) {
        const dot = typeName.indexOf('.');
        const platform = findPlatformType(typeName.slice(0, dot), typeName.slice(dot + 1));
        if (platform?.kind !== 'enum') throw new Error(`The platform has no enum ${typeName}`);
        const type = builtInType(`${platform.namespace}.${platform.name}`);
        const constants = platform.enumConstants.map((name, ordinal) => new ApexEnumConstant(type, name, ordinal));
        Object.assign(type, { kind: 'enum', constants });
        type.isInstance = (value) => value instanceof ApexEnumConstant && value.$type === type;
        found = { type, constants, byName: new Map(constants.map((each) => [each.name.toLowerCase(), each])) };
        enums.set(key, found);
    }
    return found;
}
