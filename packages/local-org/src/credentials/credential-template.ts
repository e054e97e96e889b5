import type { OpenTransaction } from '../org.ts';
import type { LocalOrg } from '../org.ts';
import { asText } from '../formula/compiled.ts';
import { compileFormula } from '../formula/compile.ts';
import type { NameContext } from '../formula/name-context.ts';
import { formulaEnvironment } from '../formula/transaction-environment.ts';
import { hasCustomPermission } from '../users/custom-permissions.ts';

/** Text with formulas in it, such as the value of a header: `Bearer {!$Credential.Vendor.Token}`. */
export class CredentialTemplate {
    private readonly org: LocalOrg;
    private readonly open: OpenTransaction;
    private readonly namespace: string;
    private readonly credential: NonNullable<NameContext['credential']>;

    constructor(
        org: LocalOrg,
        open: OpenTransaction,
        namespace: string,
        credential: NonNullable<NameContext['credential']>,
    ) {
        this.org = org;
        this.open = open;
        this.namespace = namespace;
        this.credential = credential;
    }

    /** @throws FormulaError for a formula that cannot be evaluated, or names a value that is not there */
    render(template: string): string {
        let rendered = '';
        let at = 0;
        for (let start = template.indexOf('{!'); start >= 0; start = template.indexOf('{!', at)) {
            const end = endOfFormula(template, start + 2);
            if (end < 0) break;
            rendered += template.slice(at, start) + this.evaluate(template.slice(start + 2, end));
            at = end + 1;
        }
        return rendered + template.slice(at);
    }

    private evaluate(source: string): string {
        const { schema, ids } = this.org;
        const { transaction, user, formulas } = this.open;
        const object = schema.require('User');
        const { namespace, credential } = this;
        const compiled = compileFormula(source, { schema, object, namespace, blanksAsZero: false, credential });
        const environment = formulaEnvironment({
            transaction,
            schema,
            user,
            organizationId: ids.organizationId,
            customPermission: (name) => hasCustomPermission(transaction, schema, user, name),
        });
        const row = transaction.row(object, user.id) ?? [];
        return asText(
            compiled.evaluate({
                object,
                row,
                previous: null,
                isNew: false,
                environment: { ...environment, formula: (each, field, values) => formulas(each, field.slot, values) },
            }),
        );
    }
}

/** Where the formula's own closing brace is: braces inside of its texts do not count. -1: nowhere. */
function endOfFormula(template: string, from: number): number {
    let quote = '';
    for (let at = from; at < template.length; at++) {
        const character = template.charAt(at);
        if (quote !== '') {
            if (character === '\\') at++;
            else if (character === quote) quote = '';
        } else if (character === "'" || character === '"') quote = character;
        else if (character === '}') return at;
    }
    return -1;
}
