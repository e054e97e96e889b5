import { fileURLToPath } from 'node:url';
import { ApexProgram, ApexRuntime, ApexSchema, LocalOrg, ManualClock, readProject } from '@sw-studio/local-org';

const PROJECT = fileURLToPath(new URL('./project', import.meta.url));

/** The benchmark's project in an org whose clock stands still. */
export class AsyncOrg {
    readonly clock = new ManualClock(Date.parse('2026-01-01T00:00:00Z'));
    readonly org: LocalOrg;
    readonly runtime: ApexRuntime;

    constructor() {
        const source = readProject(PROJECT);
        const { clock } = this;
        this.org = LocalOrg.create([source], {
            now: () => clock.now(),
            edition: 'Enterprise Edition',
            timeZone: 'GMT',
        });
        const program = new ApexProgram(source, this.org.schema, new ApexSchema(this.org.schema, 'en_US'), {
            cacheFolder: null,
            skipErrors: false,
            coverage: false,
            generators: false,
        });
        if (program.errors.length > 0) throw new Error(JSON.stringify(program.errors));
        this.runtime = new ApexRuntime({ org: this.org, program, clock });
    }

    start(method: string): void {
        this.runtime.call('Start', method);
    }

    /** Accounts that are there without ever having been saved. */
    addAccounts(count: number): void {
        const object = this.org.schema.require('Account');
        const table = this.org.store.table(object);
        const name = object.field('Name')?.slot ?? -1;
        for (let index = 0; index < count; index++) {
            const id = this.org.store.ids.next('001');
            const row: (string | null)[] = Array.from({ length: name + 1 }, () => null);
            row[0] = id;
            row[name] = `Account ${index}`;
            table.load(id, row, 'live');
        }
    }
}
