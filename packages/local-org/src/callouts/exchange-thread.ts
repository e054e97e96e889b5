/** The thread that waits for answers while the thread of the Apex code stands still. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { exchange } from './exchange.ts';
import type { WireRequest } from './wire.ts';

const { port, arrived } = workerData as { readonly port: MessagePort; readonly arrived: Int32Array };

port.on('message', (request: WireRequest) => {
    void exchange(request).then((outcome) => {
        port.postMessage(outcome);
        Atomics.add(arrived, 0, 1);
        Atomics.notify(arrived, 0);
    });
});
