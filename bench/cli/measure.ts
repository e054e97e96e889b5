/** How long a person waits for the command line, beside the Salesforce CLI at the same endpoint of the same org. */
import { DemoOrg } from '../../packages/cli/test/support/demo-org.ts';
import { type Ended, Terminal } from '../../packages/cli/test/support/terminal.ts';
import { type Measurement, milliseconds, ratioOf } from '../measurement.ts';

const ROUNDS = 9;
/** Of the time of `sf api request rest`. */
const STATUS_BAR = 0.5;
/** Of the time that Node takes to start and end. */
const HELP_BAR = 5;
const ENDPOINT = '/services/apexrest/swstudio/Sync/v1/GetSyncStatus';

export async function measure(): Promise<Measurement[]> {
    const terminal = await Terminal.withBuiltCli();
    await terminal.linkPlugin();
    const org = await DemoOrg.start(terminal, 'bench');
    try {
        return await compare(terminal);
    } finally {
        await org.close();
        terminal.close();
    }
}

/** The rivals take turns, so that a busy machine is busy for all of them. */
async function compare(terminal: Terminal): Promise<Measurement[]> {
    const rivals = {
        status: () => terminal.sw(['sync', 'status', '--target-org', 'bench']),
        request: () => terminal.sf(['api', 'request', 'rest', ENDPOINT, '--target-org', 'bench']),
        plugin: () => terminal.sf(['sw', 'sync', 'status', '--target-org', 'bench']),
        help: () => terminal.sw(['--help']),
        node: () => terminal.run(process.execPath, ['-e', '0']),
    };
    const times = { status: [], request: [], plugin: [], help: [], node: [] } as Record<keyof typeof rivals, number[]>;
    for (let round = -1; round < ROUNDS; round++) {
        for (const [name, rival] of Object.entries(rivals)) {
            const start = performance.now();
            expectSuccess(await rival());
            if (round >= 0) times[name as keyof typeof rivals].push(performance.now() - start);
        }
    }
    const [status, request, plugin] = [times.status, times.request, times.plugin].map(median) as [
        number,
        number,
        number,
    ];
    return [
        ratioOf('sw sync status, beside sf api request rest', status, request, STATUS_BAR),
        {
            what: 'sf sw sync status, beside sf api request rest',
            ours: milliseconds(plugin),
            beside: milliseconds(request),
            ratio: `${(plugin / request).toFixed(2)}x`,
            bar: '',
            met: null,
        },
        ratioOf('sw --help, beside node -e 0', median(times.help), median(times.node), HELP_BAR),
    ];
}

function median(times: readonly number[]): number {
    return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

function expectSuccess({ exitCode, stdout, stderr }: Ended): void {
    if (exitCode !== 0) throw new Error(`A command ended with ${exitCode}: ${stdout}${stderr}`);
}
