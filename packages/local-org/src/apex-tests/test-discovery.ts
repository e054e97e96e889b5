import type { ClassDescriptor, ClassRegistry, MethodDescriptor } from '@sw-studio/apex/runtime';

export interface TestClass {
    readonly type: ClassDescriptor;
    readonly setups: readonly MethodDescriptor[];
    readonly tests: readonly TestMethod[];
}

export interface TestMethod {
    readonly method: MethodDescriptor;
    readonly seeAllData: boolean;
    /** `@IsTest(IsParallel=true)`, which forbids what others could notice: jobs and schedules. */
    readonly parallel: boolean;
}

export interface TestSelection {
    /** `Foo` or `ns.Foo`, in any case; null for all. */
    readonly className: string | null;
    readonly methodName: string | null;
}

/** Test classes in the order of their names, methods in source order. */
export function discoverTests(registry: ClassRegistry, selection: TestSelection): TestClass[] {
    return registry
        .all()
        .filter((type) => type.kind === 'class' && type.outerName === null && matches(type.name, selection.className))
        .map((type) => testClass(type, selection.methodName))
        .filter(({ tests }) => tests.length > 0)
        .sort((left, right) => (left.type.name.toLowerCase() < right.type.name.toLowerCase() ? -1 : 1));
}

function testClass(type: ClassDescriptor, methodName: string | null): TestClass {
    const stated = (method: MethodDescriptor, argument: string): boolean =>
        statedBy(method.annotations, argument) ?? statedBy(type.annotations, argument) ?? false;
    return {
        type,
        setups: type.methods.filter(({ annotations }) => has(annotations, 'testsetup')),
        tests: type.methods
            .filter(({ annotations, name }) => has(annotations, 'istest') && matches(name, methodName))
            .map((method) => ({
                method,
                seeAllData: stated(method, 'seealldata'),
                parallel: stated(method, 'isparallel'),
            })),
    };
}

function matches(name: string, wanted: string | null): boolean {
    if (wanted === null) return true;
    const lower = wanted.toLowerCase();
    return name.toLowerCase() === lower || name.toLowerCase().endsWith(`.${lower}`);
}

type Annotations = ClassDescriptor['annotations'];

function has(annotations: Annotations, lowerName: string): boolean {
    return annotations.some(({ name }) => name.toLowerCase() === lowerName);
}

/** An argument of `@IsTest`; undefined: it is not given. */
function statedBy(annotations: Annotations, lowerName: string): boolean | undefined {
    const found = annotations.find(({ name }) => name.toLowerCase() === 'istest');
    const argument = Object.entries(found?.arguments ?? {}).find(([name]) => name.toLowerCase() === lowerName);
    return argument === undefined ? undefined : argument[1] === true || argument[1] === 'true';
}
