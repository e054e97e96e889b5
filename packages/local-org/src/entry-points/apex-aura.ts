import {
    ApexException,
    type ClassDescriptor,
    drive,
    type MethodDescriptor,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import { callApex } from '../jobs/run/call-apex.ts';
import { hasClassAccess } from '../users/class-access.ts';
import { annotationOf, argumentOf } from './annotations.ts';
import { type AuraErrorBody, auraErrorBody, auraSentences } from './aura/aura-errors.ts';
import { auraValue } from './aura/aura-value.ts';
import { fromJson } from './json-value.ts';
import { CACHEABLE_LIMITS } from './read-only-limits.ts';
import { uncaughtException } from './uncaught.ts';

/** A call of a Lightning component: `import method from '@salesforce/apex/Class.method'`. */
export interface AuraCall {
    /** As the component names it: with the namespace where it is not the org's own (`ns.Class`). */
    readonly className: string;
    readonly method: string;
    /** Values by the names of the parameters, as JSON holds them; one that is left out is null. */
    readonly parameters?: Readonly<Record<string, unknown>>;
    /** For `@wire`: only a cacheable method may answer. */
    readonly wired?: boolean;
    /** Default: the administrator. */
    readonly userId?: string;
}

export interface AuraAnswer {
    /** 200, or 500 with an error. */
    readonly status: number;
    /** The value as JSON holds it; null for a void method. */
    readonly body: unknown;
    readonly log: readonly string[];
}

/** An answer of the platform before any Apex ran. */
class AuraRefusal extends Error {}

/** `@AuraEnabled` methods: each call is a transaction of its own, in which a class without a sharing keyword is `with sharing`. */
export class ApexAura {
    private readonly runtime: ApexRuntime;

    constructor(runtime: ApexRuntime) {
        this.runtime = runtime;
    }

    call(call: AuraCall): AuraAnswer {
        return drive(this.calling(call));
    }

    /** Every failure of the call or of Apex is an answer; only a defect of the org is thrown. */
    *calling(call: AuraCall): Generator<Waiting, AuraAnswer, void> {
        const log: string[] = [];
        try {
            return { status: 200, body: yield* this.answering(call, log), log };
        } catch (thrown) {
            return { status: 500, body: errorBody(thrown), log };
        }
    }

    private *answering(call: AuraCall, log: string[]): Generator<Waiting, unknown, void> {
        const { org, program } = this.runtime;
        const { type, method } = this.find(call);
        const isCacheable = argumentOf(annotationOf(method.annotations, 'auraenabled'), 'cacheable') === true;
        if (call.wired === true && !isCacheable) throw new AuraRefusal(auraSentences.notCacheable());
        const start = {
            request: { quiddity: 'AURA' },
            sharingByDefault: true,
            ...(call.userId !== undefined && { userId: call.userId }),
            ...(isCacheable && { limits: CACHEABLE_LIMITS }),
            debug: (_level: string, message: string) => void log.push(message),
        };
        return yield* this.runtime.request(start, function* (session) {
            if (!hasClassAccess(session.open, org.schema, type)) {
                throw new AuraRefusal(auraSentences.noClassAccess(type.simpleName));
            }
            const values = parametersOf(method, call.parameters ?? {});
            const value = yield* callApex(session, program.implementation(type), method.key, ...values);
            return auraValue(value);
        });
    }

    private find({ className, method: name }: AuraCall): { type: ClassDescriptor; method: MethodDescriptor } {
        const type = this.runtime.program.classNamed(className);
        const method = type?.methods.find(
            (each) => each.name === name && each.static && annotationOf(each.annotations, 'auraenabled') !== undefined,
        );
        if (type === undefined || method === undefined) throw new AuraRefusal(auraSentences.noMethod(className, name));
        return { type, method };
    }
}

function parametersOf(method: MethodDescriptor, given: Readonly<Record<string, unknown>>): unknown[] {
    return method.parameterTypes.map((type, index) => {
        const name = method.parameterNames[index] ?? '';
        try {
            return fromJson(given[name], type);
        } catch (error) {
            if (!(error instanceof ApexException)) throw error;
            throw new AuraRefusal(auraSentences.invalidParameter(name, type.name));
        }
    });
}

function errorBody(thrown: unknown): AuraErrorBody {
    if (thrown instanceof AuraRefusal) return { message: thrown.message };
    const exception = uncaughtException(thrown);
    if (exception === null) throw thrown;
    return auraErrorBody(exception);
}
