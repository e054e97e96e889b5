import { parentPort, workerData } from 'node:worker_threads';
import type { OrgSettings } from '../org/org-settings.ts';
import { toThreadError } from '../server-error.ts';
import type { ThreadAnswer, ThreadMessage } from './messages.ts';
import { OrgServices } from './org-services.ts';

/** Where the org's thread starts: opens the org, then answers what the listening thread hands over. */
const port = parentPort;
if (port === null) throw new Error('This module is the start of a thread.');

function tell(answer: ThreadAnswer): void {
    port?.postMessage(answer);
}

function answerWith(services: OrgServices, message: ThreadMessage): void {
    const { id } = message;
    const fail = (error: unknown): void => tell({ kind: 'failure', id, error: toThreadError(error) });
    if (message.kind === 'request') {
        void services.answer(message.request).then((reply) => tell({ kind: 'reply', id, reply }), fail);
    } else {
        void services
            .command(message.name, message.argument)
            .then((result) => tell({ kind: 'result', id, result }), fail);
    }
}

try {
    const services = await OrgServices.open(workerData as OrgSettings, (topic, content) =>
        tell({ kind: 'notice', topic, content }),
    );
    port.on('message', (message: ThreadMessage) => answerWith(services, message));
    tell({ kind: 'ready', report: services.report });
} catch (error) {
    tell({ kind: 'refused', error: toThreadError(error) });
}
