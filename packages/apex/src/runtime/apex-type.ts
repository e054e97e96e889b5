import { defineBuiltIn } from './built-in-type.ts';
import type { RuntimeType } from './types.ts';

/** `System.Type`: a type as a value, `Foo.class`. One object per type, so that `==` is identity. */
export class ApexType {
    readonly runtimeType: RuntimeType;

    /** Use `of`: there is one object per type. */
    constructor(runtimeType: RuntimeType) {
        this.runtimeType = runtimeType;
    }

    static of(runtimeType: RuntimeType): ApexType {
        let type = types.get(runtimeType);
        if (type === undefined) types.set(runtimeType, (type = new ApexType(runtimeType)));
        return type;
    }

    get name(): string {
        return this.runtimeType.name;
    }

    toString(): string {
        return this.name;
    }
}

const types = new WeakMap<RuntimeType, ApexType>();

defineBuiltIn('System.Type', ApexType);
