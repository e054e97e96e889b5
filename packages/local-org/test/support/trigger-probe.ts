import type { ApexException, Waiting } from '@sw-studio/apex/runtime';
import {
    TriggerError,
    type TriggerInvocation,
    type TriggerOperation,
    type TriggerRunner,
} from '../../src/dml/trigger-runner.ts';

type Body = (invocation: TriggerInvocation) => Generator<Waiting, void, void> | void;

/** Triggers written in TypeScript, and a log of what fired: `BEFORE_INSERT Account 2`. */
export class TriggerProbe implements TriggerRunner {
    readonly fired: string[] = [];
    private readonly bodies = new Map<string, Body>();

    on(object: string, operation: TriggerOperation, body: Body = () => {}): this {
        this.bodies.set(`${object} ${operation}`, body);
        return this;
    }

    handles(object: { readonly name: string }, operation: TriggerOperation): boolean {
        return this.bodies.has(`${object.name} ${operation}`);
    }

    *run(invocation: TriggerInvocation): Generator<Waiting, void, void> {
        const { object, operation, newRecords, oldRecords } = invocation;
        this.fired.push(`${operation} ${object.name} ${(newRecords ?? oldRecords ?? []).length}`);
        const running = this.bodies.get(`${object.name} ${operation}`)?.(invocation);
        if (running !== undefined) yield* running;
    }
}

/** What a trigger ends with when an exception leaves it. */
export function uncaught(trigger: string, operation: TriggerOperation, exception: ApexException): never {
    throw new TriggerError(trigger, operation, exception);
}
