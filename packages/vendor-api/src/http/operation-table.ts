import type { OpenApi, Operation, Parameters } from '../contract/open-api.ts';
import { jsonAnswer, type VendorAnswer, type VendorRequest } from './messages.ts';
import { Refusal } from './refusal.ts';

/** What an operation is called with: both are held against the document before. */
export interface OperationCall {
    readonly query: Parameters;
    readonly body: unknown;
}

export interface OperationResult {
    readonly status: number;
    readonly body: unknown;
}

export type OperationHandler = (call: OperationCall) => OperationResult;

/** The operations of a document by their ids. What the document does not allow never reaches them. */
export class OperationTable {
    private readonly api: OpenApi;
    private readonly handlers: Readonly<Record<string, OperationHandler>>;

    /** @throws Error where an operation has no handler, or a handler no operation */
    constructor(api: OpenApi, handlers: Readonly<Record<string, OperationHandler>>) {
        const described = api.operations.map(({ id }) => id).sort();
        const handled = Object.keys(handlers).sort();
        if (described.join() !== handled.join())
            throw new Error(`Described: ${described.join()}. Handled: ${handled.join()}.`);
        this.api = api;
        this.handlers = handlers;
    }

    /** @throws Refusal 404 or 405 */
    find({ method, path }: VendorRequest): Operation {
        const here = this.api.operations.filter((operation) => operation.path === path);
        if (here.length === 0) throw new Refusal(404, 'NOT_FOUND', `There is no ${path}.`);
        const operation = here.find((candidate) => candidate.method === method);
        if (operation === undefined) throw new Refusal(405, 'METHOD_NOT_ALLOWED', `${path} does not take ${method}.`);
        return operation;
    }

    /** @throws Refusal */
    run(operation: Operation, request: VendorRequest): VendorAnswer {
        const query = this.api.readQuery(operation, request.query);
        if ('problem' in query) throw new Refusal(400, 'REQUEST_INVALID', query.problem);
        const { status, body } = this.handler(operation)({ query: query.values, body: this.body(operation, request) });
        return jsonAnswer(status, body);
    }

    private handler({ id }: Operation): OperationHandler {
        const handler = this.handlers[id];
        if (handler === undefined) throw new Error(`There is no handler for ${id}.`);
        return handler;
    }

    private body(operation: Operation, request: VendorRequest): unknown {
        if (!this.api.takesBody(operation)) return null;
        const body = parsed(request.body);
        const problem = this.api.bodyProblem(operation, body);
        if (problem !== null) throw new Refusal(400, 'REQUEST_INVALID', problem);
        return body;
    }
}

function parsed(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch (cause) {
        throw new Refusal(400, 'REQUEST_INVALID', `The body is no JSON: ${(cause as Error).message}`);
    }
}
