import { OpenApi, type Operation } from './contract/open-api.ts';
import { VendorAccount } from './data/vendor-account.ts';
import type { VendorData } from './data/wire.ts';
import { answerWithFault } from './faults/apply-fault.ts';
import { FaultPlan } from './faults/fault-plan.ts';
import type { VendorAnswer, VendorOutcome, VendorRequest } from './http/messages.ts';
import { OperationTable } from './http/operation-table.ts';
import { Refusal } from './http/refusal.ts';
import { refuseTooMany } from './operations/events.ts';
import { Inbox } from './operations/inbox.ts';
import { vendorOperations } from './operations/vendor-operations.ts';

export interface VendorBackendOptions {
    readonly data: VendorData;
    /** What `Authorization: Bearer` has to carry. */
    readonly token?: string;
    /** Epoch milliseconds; default: the machine's time. */
    now?(): number;
    /** Small letters and digits, by which cursors know their data; default: from the time of the start. */
    readonly epoch?: string;
}

export const VENDOR_CONTRACT = new OpenApi(new URL('../openapi.yaml', import.meta.url));
const DEFAULT_TOKEN = 'reference-token';

/** The reference backend without a network: one call in, one outcome out. */
export class VendorBackend {
    readonly account: VendorAccount;
    readonly inbox = new Inbox();
    readonly faults = new FaultPlan();
    /** The token that is valid now. */
    token: string;
    private readonly operations: OperationTable;

    constructor(options: VendorBackendOptions) {
        const { data, token = DEFAULT_TOKEN, now = Date.now } = options;
        const { epoch = Math.floor(now()).toString(36) } = options;
        this.account = new VendorAccount(data, now);
        this.token = token;
        this.operations = new OperationTable(
            VENDOR_CONTRACT,
            vendorOperations(this.account, this.inbox, { epoch, now }),
        );
    }

    respond(request: VendorRequest): VendorOutcome {
        let operation: Operation;
        try {
            operation = this.operations.find(request);
        } catch (refused) {
            return { kind: 'answer', answer: refusalOf(refused), afterMilliseconds: 0 };
        }
        this.inbox.countCall(operation.id);
        const { delay, fault } = this.faults.next(operation.id);
        const outcome = answerWithFault(fault, operation, request, (asked) => this.carryOut(operation, asked));
        return outcome.kind === 'silence' ? outcome : { ...outcome, afterMilliseconds: delay };
    }

    private carryOut(operation: Operation, request: VendorRequest): VendorAnswer {
        try {
            this.checkToken(request);
            if (operation.id === 'sendEvents') refuseTooMany(request.body);
            return this.operations.run(operation, request);
        } catch (refused) {
            return refusalOf(refused);
        }
    }

    private checkToken({ headers }: VendorRequest): void {
        if (headers['authorization'] !== `Bearer ${this.token}`)
            throw new Refusal(401, 'TOKEN_INVALID', 'The token is missing, wrong or withdrawn.');
    }
}

/** @throws what is no refusal: a fault of the backend itself */
function refusalOf(refused: unknown): VendorAnswer {
    if (refused instanceof Refusal) return refused.toAnswer();
    throw refused;
}
