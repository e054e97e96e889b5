import { OpenApi } from '../contract/open-api.ts';
import type { VendorAnswer, VendorRequest } from '../http/messages.ts';
import { OperationTable } from '../http/operation-table.ts';
import { Refusal } from '../http/refusal.ts';
import type { VendorBackend } from '../vendor-backend.ts';
import { controlOperations } from './control-operations.ts';

const CONTROL_CONTRACT = new OpenApi(new URL('../../control.yaml', import.meta.url));

/** Asks a backend for faults and changes, and for what it has received. */
export class ControlBackend {
    private readonly operations: OperationTable;

    constructor(backend: VendorBackend) {
        this.operations = new OperationTable(CONTROL_CONTRACT, controlOperations(backend));
    }

    respond(request: VendorRequest): VendorAnswer {
        try {
            return this.operations.run(this.operations.find(request), request);
        } catch (refused) {
            if (refused instanceof Refusal) return refused.toAnswer();
            throw refused;
        }
    }
}
