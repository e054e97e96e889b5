import { extname } from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { WireOutcome, WireRequest } from './wire.ts';

interface Line {
    readonly port: MessagePort;
    /** Answers that have arrived. */
    readonly arrived: Int32Array;
}

let line: Line | null = null;

/**
 * Sends a request and keeps this thread waiting for the answer, for Apex that runs to its end without being set aside. A
 * server on this same thread cannot answer meanwhile.
 */
export function exchangeBlocking(request: WireRequest): WireOutcome {
    line ??= openLine();
    const { port, arrived } = line;
    const before = Atomics.load(arrived, 0);
    port.postMessage(request);
    Atomics.wait(arrived, 0, before);
    return receiveMessageOnPort(port)?.message as WireOutcome;
}

/** A thread of its own does the waiting; it alone keeps no process alive. */
function openLine(): Line {
    const { port1, port2 } = new MessageChannel();
    const arrived = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL(`./exchange-thread${extname(import.meta.url)}`, import.meta.url), {
        workerData: { port: port2, arrived },
        transferList: [port2],
    });
    worker.unref();
    return { port: port1, arrived };
}
