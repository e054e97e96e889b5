import { compileFormula } from '../../src/formula/compile.ts';
import { FormulaError } from '../../src/formula/formula-error.ts';
import type { FormulaScope } from '../../src/formula/compiled.ts';
import { formulaEnvironment } from '../../src/formula/transaction-environment.ts';
import type { StoredValue } from '../../src/store/stored-row.ts';
import { compactRow } from '../../src/store/stored-row.ts';
import { Shop, type ShopTransaction, type Values } from './shop.ts';

/** Evaluates formulas on rows of an object of the shop that are in no table. */
export class FormulaBench {
    readonly shop: Shop;
    readonly transaction: ShopTransaction;
    private readonly object: string;

    constructor(object: string, shop = new Shop()) {
        this.shop = shop;
        this.transaction = shop.open();
        this.object = object;
    }

    evaluate(source: string, values: Values = {}, previous: Values | null = null, blanksAsZero = false): StoredValue {
        const { org } = this.shop;
        const object = org.schema.require(this.object);
        const { transaction, user } = this.transaction.open;
        const origin = {
            transaction,
            schema: org.schema,
            user,
            organizationId: org.ids.organizationId,
            customPermission: (name: string) => name === 'Manage_Shop',
        };
        const scope: FormulaScope = {
            object,
            row: this.row(values),
            previous: previous === null ? null : this.row(previous),
            isNew: previous === null,
            environment: { ...formulaEnvironment(origin), formula: () => null },
        };
        return (
            compileFormula(source, { schema: org.schema, object, namespace: '', blanksAsZero }).evaluate(scope) ?? null
        );
    }

    /** The sentence with which a formula is refused. */
    refusal(source: string): string {
        try {
            this.evaluate(source);
        } catch (error) {
            if (error instanceof FormulaError) return error.message;
            throw error;
        }
        return 'accepted';
    }

    private row(values: Values) {
        const object = this.shop.org.schema.require(this.object);
        const row: StoredValue[] = object.fields.map(() => null);
        for (const [name, value] of Object.entries(values)) row[object.field(name)?.slot ?? -1] = value;
        return compactRow(row);
    }
}
