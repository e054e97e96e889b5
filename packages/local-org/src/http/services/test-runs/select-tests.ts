import type { ClassRegistry } from '@sw-studio/apex/runtime';
import { discoverTests, type TestClass } from '../../../apex-tests/test-discovery.ts';

/** What a client asks to be run (Tooling API, `runTestsAsynchronous`). */
export interface TestRequest {
    readonly tests?: readonly {
        readonly className?: string;
        readonly classId?: string;
        readonly namespace?: string;
        readonly testMethods?: readonly string[];
    }[];
    readonly classNames?: string;
    readonly classids?: string;
    readonly testLevel?: 'RunSpecifiedTests' | 'RunLocalTests' | 'RunAllTestsInOrg';
    readonly skipCodeCoverage?: boolean;
}

/**
 * Test classes of a request. Local tests are those of the org's own code.
 *
 * @param nameOf the name of a class by its id
 */
export function selectTests(
    registry: ClassRegistry,
    request: TestRequest,
    namespace: string,
    nameOf: (classId: string) => string | undefined,
): TestClass[] {
    const all = discoverTests(registry, { className: null, methodName: null });
    if (request.testLevel === 'RunAllTestsInOrg') return all;
    if (request.testLevel === 'RunLocalTests') return all.filter(({ type }) => type.namespace === namespace);
    const wanted = wantedMethods(request, nameOf);
    return all.flatMap((each): TestClass[] => {
        const methods = wanted.get(each.type.simpleName.toLowerCase()) ?? wanted.get(each.type.name.toLowerCase());
        if (methods === undefined) return [];
        const chosen = each.tests.filter(
            ({ method }) => methods.length === 0 || methods.includes(method.name.toLowerCase()),
        );
        return [{ ...each, tests: chosen }];
    });
}

/** Names of classes in lower case with their methods; none: all of them. */
function wantedMethods(
    { tests = [], classNames = '', classids = '' }: TestRequest,
    nameOf: (classId: string) => string | undefined,
): ReadonlyMap<string, readonly string[]> {
    const listed = (text: string): string[] =>
        text
            .split(',')
            .map((each) => each.trim())
            .filter(Boolean);
    const named = tests.flatMap(({ className, classId, testMethods = [] }) => {
        const name = className ?? (classId === undefined ? undefined : nameOf(classId));
        return name === undefined ? [] : [[name, testMethods] as const];
    });
    const whole = [...listed(classNames), ...listed(classids).flatMap((id) => nameOf(id) ?? [])];
    return new Map(
        [...named, ...whole.map((name) => [name, []] as const)].map(([name, methods]) => [
            name.toLowerCase(),
            methods.map((method) => method.toLowerCase()),
        ]),
    );
}
