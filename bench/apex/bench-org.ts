import { fileURLToPath } from 'node:url';
import { SObject } from '@sw-studio/apex/runtime';
import {
    ApexProgram,
    ApexSchema,
    ApexSession,
    ApexTriggers,
    LocalOrg,
    type OpenTransaction,
    readProject,
} from '@sw-studio/local-org';

export const PROJECT = fileURLToPath(new URL('./project', import.meta.url));

/** The benchmark's project deployed in an org in memory. */
export class BenchOrg {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly #triggers: ApexTriggers;

    constructor() {
        const source = readProject(PROJECT);
        this.org = LocalOrg.create([source]);
        this.program = new ApexProgram(source, this.org.schema, new ApexSchema(this.org.schema, 'en_US'), {
            cacheFolder: null,
            skipErrors: false,
            coverage: false,
            generators: false,
        });
        if (this.program.errors.length > 0) throw new Error(JSON.stringify(this.program.errors));
        this.#triggers = new ApexTriggers([this.program]);
    }

    /** A static method of a class, by its mangled name. */
    method(className: string, key: string): (...values: unknown[]) => unknown {
        const type = this.program.registry.find('', className);
        if (type === undefined) throw new Error(`No class ${className}.`);
        const found = (this.program.implementation(type) as Record<string, (...values: unknown[]) => unknown>)[key];
        if (found === undefined) throw new Error(`No method ${className}.${key}.`);
        return found.bind(this.program.implementation(type));
    }

    /** Runs `work` as Apex of one transaction, which is then committed. */
    inTransaction<T>(work: (open: OpenTransaction) => T): T {
        const open = this.org.openTransaction({ triggers: this.#triggers });
        const session = new ApexSession({
            org: this.org,
            program: this.program,
            open,
            request: { quiddity: 'ANONYMOUS' },
            services: new Map(),
            random: () => 0.5,
            debug: () => {},
        });
        session.transaction.cpuLimit = Number.MAX_SAFE_INTEGER;
        const result = session.run(() => work(open));
        open.transaction.commit();
        return result;
    }

    record(objectName: string, values: Readonly<Record<string, unknown>>): SObject {
        const object = this.org.schema.require(objectName);
        const record = new SObject(object);
        for (const [name, value] of Object.entries(values)) {
            const slot = object.field(name)?.slot;
            if (slot === undefined) throw new Error(`No field ${objectName}.${name}.`);
            record.values[slot] = value;
        }
        return record;
    }
}
