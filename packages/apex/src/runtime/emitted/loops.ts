import { ApexList } from '../collections/list.ts';
import { ApexSet } from '../collections/set.ts';
import { throwNullPointer } from '../exceptions/translate.ts';
import { GENERATOR_SUFFIX } from '../mangle.ts';
import type { Waiting } from '../ports.ts';

/** `for (x : values)`: `next` moves on and says whether there is one, `end` is called however the loop is left. */
export interface Loop {
    value: unknown;
    next(): boolean;
    end(): void;
}

class ListLoop implements Loop {
    value: unknown = null;
    readonly #list: ApexList;
    #position = 0;

    constructor(list: ApexList) {
        this.#list = list;
        list.locks++;
    }

    next(): boolean {
        if (this.#position >= this.#list.items.length) return false;
        this.value = this.#list.items[this.#position++];
        return true;
    }

    end(): void {
        this.#list.locks--;
    }
}

class SetLoop implements Loop {
    value: unknown = null;
    readonly #set: ApexSet;
    readonly #items: readonly unknown[];
    #position = 0;

    constructor(set: ApexSet) {
        this.#set = set;
        this.#items = set.values();
        set.store.locks++;
    }

    next(): boolean {
        if (this.#position >= this.#items.length) return false;
        this.value = this.#items[this.#position++];
        return true;
    }

    end(): void {
        this.#set.store.locks--;
    }
}

/** Over an object of a class that implements Iterable, or a query locator. */
class IteratorLoop implements Loop {
    value: unknown = null;
    readonly #iterator: Record<string, () => unknown>;

    constructor(iterator: Record<string, () => unknown>) {
        this.#iterator = iterator;
    }

    next(): boolean {
        if (this.#iterator['hasnext$']?.() !== true) return false;
        this.value = this.#iterator['next$']?.();
        return true;
    }

    end(): void {}
}

export function loop(values: unknown): Loop {
    if (values instanceof ApexList) return new ListLoop(values);
    if (values instanceof ApexSet) return new SetLoop(values);
    if (values === null) throwNullPointer();
    const iterable = values as { iterator$(): Record<string, () => unknown> };
    return new IteratorLoop(iterable.iterator$());
}

/** As `loop`, where `next` may wait: iterators that are written in Apex. */
export interface WaitingLoop {
    value: unknown;
    next(): Generator<Waiting, boolean, void>;
    end(): void;
}

export function loop$$(values: unknown): WaitingLoop {
    if (values instanceof ApexList || values instanceof ApexSet || values === null) return settledLoop(loop(values));
    const iterator = callPlainOrWaiting(values as object, 'iterator$');
    return new WaitingIteratorLoop(iterator);
}

function settledLoop(inner: Loop): WaitingLoop {
    return {
        value: null,

        *next() {
            const more = inner.next();
            this.value = inner.value;
            return more;
        },
        end: () => inner.end(),
    };
}

class WaitingIteratorLoop implements WaitingLoop {
    value: unknown = null;
    #iterator: object | null = null;
    readonly #opening: Generator<Waiting, unknown, void>;

    constructor(opening: Generator<Waiting, unknown, void>) {
        this.#opening = opening;
    }

    *next(): Generator<Waiting, boolean, void> {
        this.#iterator ??= (yield* this.#opening) as object;
        if ((yield* callPlainOrWaiting(this.#iterator, 'hasnext$')) !== true) return false;
        this.value = yield* callPlainOrWaiting(this.#iterator, 'next$');
        return true;
    }

    end(): void {}
}

/** Calls a method in the generator shape where the object has it (emitted classes), else in the plain one (the runtime's). */
export function* callPlainOrWaiting(
    object: object,
    key: string,
    ...values: unknown[]
): Generator<Waiting, unknown, void> {
    const methods = object as Record<string, (...values: unknown[]) => unknown>;
    const waiting = methods[key + GENERATOR_SUFFIX];
    if (waiting !== undefined) return yield* waiting.call(object, ...values) as Generator<Waiting, unknown, void>;
    const method = methods[key];
    if (method === undefined) throw new Error(`No method ${key}.`);
    return method.call(object, ...values);
}
