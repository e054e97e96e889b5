import { Worker } from 'node:worker_threads';
import { ServerError } from '../server-error.ts';
import type { HttpReply, HttpRequest, ThreadAnswer, ThreadError, ThreadMessage } from '../thread/messages.ts';
import type { OrgSettings } from '../org/org-settings.ts';

interface Pending {
    readonly resolve: (value: never) => void;
    readonly reject: (error: ServerError) => void;
}

type NoticeListener = (content: unknown) => void;

/**
 * The org in a thread of its own. The thread that listens talks to it by messages alone, so that Apex that computes for
 * seconds never keeps the server from answering what needs no org.
 */
export class OrgThread {
    private readonly worker: Worker;
    private readonly pending = new Map<number, Pending>();
    private readonly listeners = new Map<string, Set<NoticeListener>>();
    private lastId = 0;
    private ended: ServerError | null = null;
    private readonly starting = Promise.withResolvers<unknown>();
    /** What the org said of itself when it had started. */
    report: unknown;

    /** @throws ServerError SOURCE_INVALID, FOLDER_UNUSABLE */
    static async start(settings: OrgSettings): Promise<OrgThread> {
        const worker = new Worker(new URL('../thread/main.ts', import.meta.url), { workerData: settings });
        const thread = new OrgThread(worker);
        thread.report = await thread.starting.promise;
        return thread;
    }

    private constructor(worker: Worker) {
        this.worker = worker;
        worker.on('message', (answer: ThreadAnswer) => this.receive(answer));
        worker.on('error', (cause: unknown) => this.end(cause instanceof Error ? cause.message : String(cause), cause));
        worker.on('exit', (code) => this.end(`its thread ended with the code ${code}`));
    }

    /** Requests and commands without an answer yet. */
    get busy(): number {
        return this.pending.size;
    }

    /** null: it runs. */
    get failure(): ServerError | null {
        return this.ended;
    }

    request(request: HttpRequest): Promise<HttpReply> {
        const { buffer = null, byteLength = 0 } = request.body ?? {};
        // Small buffers share their memory with others and have to be copied.
        const isOwn = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
        return this.send((id) => ({ kind: 'request', id, request }), isOwn ? [buffer] : []);
    }

    /** What the org does beside answering requests. @throws ServerError */
    command<Result>(name: string, argument: unknown = null): Promise<Result> {
        return this.send((id) => ({ kind: 'command', id, name, argument }), []);
    }

    /** What the org tells by itself. @returns ends listening */
    onNotice(topic: string, listener: NoticeListener): () => void {
        const listeners = this.listeners.get(topic) ?? new Set();
        this.listeners.set(topic, listeners.add(listener));
        return () => void listeners.delete(listener);
    }

    async stop(): Promise<void> {
        if (this.ended !== null) return;
        await this.command('stop');
        this.ended = ServerError.of('ORG_STOPPED', ['it was asked to.']);
        await this.worker.terminate();
        this.rejectAll(this.ended);
    }

    private send<Result>(message: (id: number) => ThreadMessage, transfer: ArrayBuffer[]): Promise<Result> {
        if (this.ended !== null) return Promise.reject(this.ended);
        const id = ++this.lastId;
        return new Promise<Result>((resolve, reject) => {
            this.pending.set(id, { resolve, reject });
            this.worker.postMessage(message(id), transfer);
        });
    }

    private receive(answer: ThreadAnswer): void {
        switch (answer.kind) {
            case 'ready':
                return this.starting.resolve(answer.report);
            case 'refused':
                return this.starting.reject(new ServerError(answer.error));
            case 'reply':
                return this.settle(answer.id, answer.reply);
            case 'result':
                return this.settle(answer.id, answer.result);
            case 'failure':
                return this.fail(answer.id, answer.error);
            case 'notice':
                for (const listener of this.listeners.get(answer.topic) ?? []) listener(answer.content);
        }
    }

    private settle(id: number, value: unknown): void {
        this.pending.get(id)?.resolve(value as never);
        this.pending.delete(id);
    }

    private fail(id: number, error: ThreadError): void {
        this.pending.get(id)?.reject(new ServerError(error, error.stack));
        this.pending.delete(id);
    }

    private end(reason: string, cause?: unknown): void {
        this.ended ??= ServerError.of('ORG_STOPPED', [reason], cause);
        this.starting.reject(this.ended);
        this.rejectAll(this.ended);
    }

    private rejectAll(error: ServerError): void {
        for (const { reject } of this.pending.values()) reject(error);
        this.pending.clear();
    }
}
