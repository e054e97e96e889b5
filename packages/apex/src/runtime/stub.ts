import { ApexType } from './apex-type.ts';
import { boxFrom, castTo } from './casts.ts';
import { ApexList } from './collections/list.ts';
import { throwApex } from './exceptions/throw.ts';
import { GENERATOR_SUFFIX } from './mangle.ts';
import { ApexObject } from './object.ts';
import type { Waiting } from './ports.ts';
import { anyType, namedType, primitiveType } from './types-registry.ts';
import type { ClassDescriptor, MethodDescriptor, RuntimeType } from './types.ts';

/** The platform names the class that it makes for a stub after the stubbed one. */
const STUB_SUFFIX = '__sfdc_ApexStub';

interface StubProvider {
    handlemethodcall$object$string$type$list_type$list_string$list_object(
        stub: object,
        methodName: string,
        returnType: ApexType | null,
        parameterTypes: ApexList,
        parameterNames: ApexList,
        values: ApexList,
    ): unknown;
}

/**
 * `Test.createStub`: an instance of `type` whose instance methods that are not private ask the provider. No constructor
 * runs; static and private methods and property accessors are not stubbed.
 *
 * @throws System.TypeException for types that the platform does not stub
 */
export function createStub(type: RuntimeType, provider: object): object {
    const descriptor = type as ClassDescriptor;
    if (!('methods' in type) || (type.kind !== 'class' && type.kind !== 'interface')) {
        throwApex('System.TypeException', `Type ${type.name} cannot be stubbed`);
    }
    const stub = (descriptor.allocate?.() ?? new ApexObject()) as Record<string, unknown>;
    Object.defineProperty(stub, '$type', { value: stubType(descriptor) });
    for (const method of stubbedMethods(type)) {
        const call = (...values: unknown[]): unknown => answer(provider as StubProvider, stub, method, values);

        const waitingCall = function* (...values: unknown[]): Generator<Waiting, unknown, void> {
            return call(...values);
        };
        Object.defineProperty(stub, method.key, { value: call });
        Object.defineProperty(stub, method.key + GENERATOR_SUFFIX, { value: waitingCall });
    }
    return stub;
}

const stubTypes = new WeakMap<RuntimeType, ClassDescriptor>();

function stubType(type: ClassDescriptor): ClassDescriptor {
    let derived = stubTypes.get(type);
    if (derived === undefined) {
        derived = Object.assign(Object.create(type) as ClassDescriptor, {
            kind: 'class' as const,
            name: type.name + STUB_SUFFIX,
            simpleName: type.simpleName + STUB_SUFFIX,
            superclass: type.kind === 'class' ? type : null,
            interfaces: type.kind === 'interface' ? [type] : [],
            fields: [],
        });
        stubTypes.set(type, derived);
    }
    return derived;
}

/** Own and inherited ones; an overriding method stands for those it overrides, since the keys are equal. */
function stubbedMethods(type: RuntimeType): Iterable<MethodDescriptor> {
    const methods = new Map<string, MethodDescriptor>();
    const collect = (each: RuntimeType): void => {
        const { superclass, interfaces = [], methods: own = [] } = each as Partial<ClassDescriptor>;
        interfaces.forEach(collect);
        if (superclass) collect(superclass);
        for (const method of own)
            if (!method.static && method.visibility !== 'private') methods.set(method.key, method);
    };
    collect(type);
    return methods.values();
}

function answer(provider: StubProvider, stub: object, method: MethodDescriptor, values: readonly unknown[]): unknown {
    const { parameterTypes, parameterNames, returnType } = method;
    const result = provider.handlemethodcall$object$string$type$list_type$list_string$list_object(
        stub,
        method.name,
        returnType && ApexType.of(returnType),
        ApexList.of(
            namedType('System.Type'),
            parameterTypes.map((each) => ApexType.of(each)),
        ),
        ApexList.of(primitiveType('String'), parameterNames),
        ApexList.of(
            anyType,
            values.map((value, index) => boxFrom(value, parameterTypes[index] ?? anyType)),
        ),
    );
    return returnType === null ? undefined : castTo(result, returnType);
}
