import { jsonAnswer, type VendorAnswer } from './messages.ts';

/** A call that is refused, with the code by which clients decide. */
export class Refusal extends Error {
    override readonly name = 'Refusal';
    readonly status: number;
    readonly code: string;

    constructor(status: number, code: string, message: string) {
        super(message);
        this.status = status;
        this.code = code;
    }

    toAnswer(headers: Readonly<Record<string, string>> = {}): VendorAnswer {
        return jsonAnswer(this.status, { code: this.code, message: this.message }, headers);
    }
}
