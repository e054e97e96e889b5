import { parseArgs } from 'node:util';
import { generateData } from '../data/generate-data.ts';
import { readLeadRows } from '../data/lead-row.ts';
import { dataOfLeadRows } from '../data/lead-rows-as-data.ts';
import type { VendorData } from '../data/wire.ts';
import type { ReadyMessage } from './vendor-process.ts';
import { VendorServer } from './vendor-server.ts';

const HELP = `vendor-api: the reference backend of SalesWings, on loopback.

  --csv FILE          prospects from a CSV file of website leads; otherwise they are generated
  --prospects N       how many are generated (100)
  --seed N            of the generator (1)
  --tags-each N       tags of each prospect (5)
  --scores-each N     scores of each prospect (5)
  --pages-each N      pages that each prospect has visited (0)
  --port N            0 for one that is free (0)
  --token TOKEN       the token that is valid (reference-token)
  --help`;

const OPTIONS = {
    csv: { type: 'string' },
    prospects: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    'tags-each': { type: 'string', default: '5' },
    'scores-each': { type: 'string', default: '5' },
    'pages-each': { type: 'string', default: '0' },
    port: { type: 'string', default: '0' },
    token: { type: 'string' },
    help: { type: 'boolean', default: false },
} as const;

type Flags = ReturnType<typeof readFlags>;

/** Runs until it is told to end. */
export async function run(words: readonly string[]): Promise<void> {
    const flags = readFlags(words);
    if (flags.help) {
        console.log(HELP);
        return;
    }
    const server = await VendorServer.start({
        data: dataOf(flags),
        port: number(flags.port, 'port'),
        ...(flags.token !== undefined && { token: flags.token }),
    });
    const { url, controlUrl, backend } = server;
    console.log(`API      ${url}\ncontrol  ${controlUrl}\ntoken    ${backend.token}`);
    process.send?.({ url, controlUrl, token: backend.token } satisfies ReadyMessage);
    for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
        process.once(signal, () => void server.close().then(() => process.exit(0)));
}

function readFlags(words: readonly string[]) {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
}

function dataOf(flags: Flags): VendorData {
    if (flags.csv !== undefined) return dataOfLeadRows(readLeadRows(flags.csv));
    return generateData({
        prospects: number(flags.prospects, 'prospects'),
        seed: number(flags.seed, 'seed'),
        tagsEach: number(flags['tags-each'], 'tags-each'),
        scoresEach: number(flags['scores-each'], 'scores-each'),
        pagesEach: number(flags['pages-each'], 'pages-each'),
    });
}

/** @throws RangeError that names the flag */
function number(text: string, flag: string): number {
    if (!/^\d+$/.test(text)) throw new RangeError(`--${flag} takes a number, not "${text}".`);
    return Number(text);
}
