import type { ApexException } from '@sw-studio/apex/runtime';
import { ApexList, type ClassDescriptor, drive, type MethodDescriptor, type Waiting } from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import { callApex } from '../jobs/run/call-apex.ts';
import { hasClassAccess } from '../users/class-access.ts';
import { annotationOf } from './annotations.ts';
import { type ActionInput, inputList, MissingInputError, outputOf } from './invocable/invocable-values.ts';
import { exceptionSentence, uncaughtException } from './uncaught.ts';

/** A bundle of calls of an `@InvocableMethod`: one transaction, one call of Apex. */
export interface ActionCall {
    /** Of the class, as `/actions/custom/apex/` has it: with the namespace where it is not the org's own (`ns__Class`). */
    readonly name: string;
    readonly inputs: readonly ActionInput[];
    /** Default: the administrator. */
    readonly userId?: string;
}

/** One of the bundle, as the REST API answers it. */
export interface ActionResult {
    readonly actionName: string;
    readonly isSuccess: boolean;
    readonly errors: readonly ActionError[] | null;
    readonly outputValues: Readonly<Record<string, unknown>> | null;
}

export interface ActionError {
    readonly statusCode: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export interface ActionAnswer {
    /** 200; 400 where the bundle failed; 404 for an action that there is not; 403 without access to its class. */
    readonly status: number;
    /** One per call, in order; for 403 and 404 a single error. */
    readonly results: readonly ActionResult[];
    readonly log: readonly string[];
}

class ActionFailure extends Error {
    readonly status: number;
    readonly statusCode: string;

    constructor(status: number, statusCode: string, message: string) {
        super(message);
        this.status = status;
        this.statusCode = statusCode;
    }
}

/** Invocable methods as the REST API and flows call them. An exception fails the whole bundle, and nothing of it is committed. */
export class ApexActions {
    private readonly runtime: ApexRuntime;

    constructor(runtime: ApexRuntime) {
        this.runtime = runtime;
    }

    invoke(call: ActionCall): ActionAnswer {
        return drive(this.invoking(call));
    }

    *invoking(call: ActionCall): Generator<Waiting, ActionAnswer, void> {
        const log: string[] = [];
        const { name, inputs } = call;
        try {
            const outputs = yield* this.answering(call, log);
            const results = inputs.map((_, index) => ({
                actionName: name,
                isSuccess: true,
                errors: null,
                outputValues: outputs === null ? null : outputOf(outputs[index]),
            }));
            return { status: 200, results, log };
        } catch (thrown) {
            const { status, ...error } = failureOf(thrown);
            const failed = { actionName: name, isSuccess: false, errors: [error], outputValues: null };
            return { status, results: status === 400 ? inputs.map(() => failed) : [failed], log };
        }
    }

    /** What the method returned, an element per call; null: it is void. */
    private *answering(call: ActionCall, log: string[]): Generator<Waiting, readonly unknown[] | null, void> {
        const { org, program } = this.runtime;
        const { type, method } = this.find(call.name);
        const start = {
            request: { quiddity: 'INVOCABLE_ACTION' },
            ...(call.userId !== undefined && { userId: call.userId }),
            debug: (_level: string, message: string) => void log.push(message),
        };
        return yield* this.runtime.request(start, function* (session) {
            if (!hasClassAccess(session.open, org.schema, type)) {
                const message = `You do not have access to the Apex class named: ${type.simpleName}`;
                throw new ActionFailure(403, 'INSUFFICIENT_ACCESS', message);
            }
            const [parameterType] = method.parameterTypes;
            const [parameterName = ''] = method.parameterNames;
            const values = parameterType === undefined ? [] : [inputList(parameterName, parameterType, call.inputs)];
            const value = yield* callApex(session, program.implementation(type), method.key, ...values);
            return method.returnType === null ? null : outputsOf(value, call.inputs.length);
        });
    }

    private find(name: string): { type: ClassDescriptor; method: MethodDescriptor } {
        const type = this.runtime.program.classNamed(name.replace('__', '.'));
        const method = type?.methods.find(
            ({ annotations }) => annotationOf(annotations, 'invocablemethod') !== undefined,
        );
        if (type === undefined || method === undefined) {
            throw new ActionFailure(404, 'NOT_FOUND', `No such action: ${name}`);
        }
        return { type, method };
    }
}

function outputsOf(value: unknown, calls: number): readonly unknown[] {
    const items = value instanceof ApexList ? value.items : [];
    if (items.length === calls) return items;
    const message =
        'The number of results does not match the number of interviews that were executed in a single bulk execution request.';
    throw new ActionFailure(400, 'UNKNOWN_EXCEPTION', message);
}

/** @throws what is no failure of the call: a defect of the org */
function failureOf(thrown: unknown): ActionError & { readonly status: number } {
    if (thrown instanceof ActionFailure) {
        return { status: thrown.status, statusCode: thrown.statusCode, message: thrown.message, fields: [] };
    }
    if (thrown instanceof MissingInputError) {
        return { status: 400, statusCode: 'REQUIRED_FIELD_MISSING', message: thrown.message, fields: [] };
    }
    const exception = uncaughtException(thrown);
    if (exception === null) throw thrown;
    return { status: 400, statusCode: 'UNKNOWN_EXCEPTION', message: apexError(exception), fields: [] };
}

function apexError(exception: ApexException): string {
    return `An Apex error occurred: ${exceptionSentence(exception)}`;
}
