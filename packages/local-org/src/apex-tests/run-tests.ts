import {
    ApexException,
    type ClassDescriptor,
    current,
    type MethodDescriptor,
    translateUncaught,
    UncatchableError,
} from '@sw-studio/apex/runtime';
import { entrySharing } from '../apex/entry-sharing.ts';
import type { TestClass, TestMethod } from './test-discovery.ts';
import type { ApexTestResult } from './test-result.ts';

/** One test class's data: what its setup methods saved, and each method's own changes on top of it. */
export interface TestSpace {
    /** Runs Apex with fresh statics and limits; rows written stay in the space. */
    execute(work: () => void): void;
    /** As `execute`, and takes back every row that `work` wrote. */
    executeAndRevert(work: () => void, test: Pick<TestMethod, 'parallel'>): void;
    close(): void;
}

export interface TestHost {
    /** The JavaScript class of an Apex class. */
    implementationOf(type: ClassDescriptor): Record<string, () => unknown>;
    openSpace(options: { readonly seeAllData: boolean }): TestSpace;
    /** Milliseconds from a steady clock. */
    steadyNow(): number;
}

/** Runs the methods of the classes one after another; each sees what the class's setup saved and nothing of the others. */
export function* runTests(classes: readonly TestClass[], host: TestHost): Generator<ApexTestResult, void, void> {
    for (const testClass of classes) yield* runClass(testClass, host);
}

function* runClass(testClass: TestClass, host: TestHost): Generator<ApexTestResult, void, void> {
    for (const seeAllData of [false, true]) {
        const tests = testClass.tests.filter((test) => test.seeAllData === seeAllData);
        if (tests.length === 0) continue;
        const space = host.openSpace({ seeAllData });
        try {
            const setupFailure = runSetups(testClass, space, host);
            for (const each of tests) {
                yield setupFailure === null
                    ? runMethod(testClass.type, each, space, host)
                    : resultOf(testClass.type, each.method, setupFailure, 0);
            }
        } finally {
            space.close();
        }
    }
}

/** A setup that fails fails every test of the class. */
function runSetups(testClass: TestClass, space: TestSpace, host: TestHost): unknown {
    const implementation = host.implementationOf(testClass.type);
    for (const setup of testClass.setups) {
        try {
            space.execute(() => enter(testClass.type, implementation, setup));
        } catch (thrown) {
            return thrown;
        }
    }
    return null;
}

function runMethod(type: ClassDescriptor, each: TestMethod, space: TestSpace, host: TestHost): ApexTestResult {
    const { method } = each;
    const implementation = host.implementationOf(type);
    const start = host.steadyNow();
    let failure: unknown = null;
    try {
        space.executeAndRevert(() => enter(type, implementation, method), each);
    } catch (thrown) {
        failure = thrown;
    }
    return resultOf(type, method, failure, host.steadyNow() - start);
}

/** Test code runs in the namespace of its class, and with the sharing of it. */
function enter(
    { namespace }: ClassDescriptor,
    implementation: Record<string, () => unknown>,
    { key }: MethodDescriptor,
): void {
    const { transaction } = current;
    transaction.namespace = namespace;
    transaction.sharing = entrySharing(implementation, false);
    implementation[key]?.();
}

function resultOf(
    type: ClassDescriptor,
    method: MethodDescriptor,
    failure: unknown,
    durationMs: number,
): ApexTestResult {
    const base = { class: type.name, method: method.name, durationMs: Math.round(durationMs * 100) / 100 };
    if (failure === null) return { ...base, outcome: 'Pass', message: null, stack: null };
    return { ...base, outcome: 'Fail', ...describeFailure(failure) };
}

/** The platform's words for an Apex failure; a failure of the runtime itself says that it is one. */
function describeFailure(thrown: unknown): { message: string; stack: string } {
    const failure = translateUncaught(thrown);
    const exception = failure instanceof UncatchableError ? failure.exception : failure;
    if (exception instanceof ApexException) {
        return {
            message: `${exception.gettypename$()}: ${exception.getmessage$() ?? ''}`,
            stack: exception.getstacktracestring$(),
        };
    }
    if (exception instanceof Error) {
        return { message: `Local org defect: ${exception.name}: ${exception.message}`, stack: exception.stack ?? '' };
    }
    return { message: `Local org defect: ${String(exception)}`, stack: '' };
}
