import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { signedInSf } from './support/signed-in-sf.ts';

const { org, sf } = await signedInSf();
after(async () => {
    sf[Symbol.dispose]();
    await org[Symbol.asyncDispose]();
});

const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;
const classes = join(sf.home, 'force-app/main/default/classes');
mkdirSync(classes, { recursive: true });
writeFileSync(
    join(sf.home, 'sfdx-project.json'),
    JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' }),
);

function writeClass(name: string, body: string): string {
    const path = join(classes, `${name}.cls`);
    writeFileSync(path, body);
    writeFileSync(`${path}-meta.xml`, META);
    return path;
}

interface Deployed {
    readonly status: string;
    readonly details: {
        readonly componentFailures: {
            readonly problem: string;
            readonly lineNumber: number;
            readonly columnNumber: number;
        }[];
    };
    readonly numberTestsTotal: number;
    readonly numberTestErrors: number;
}

async function anonymous(code: string): Promise<boolean> {
    const path = `/tooling/executeAnonymous?anonymousBody=${encodeURIComponent(code)}`;
    return (await org.data<{ success: boolean }>('GET', path)).body.success;
}

describe('sf project deploy', () => {
    const deploy = ['project', 'deploy', 'start', '--source-dir', 'force-app', '--wait', '3'];

    it('brings a class that compiles into use', async () => {
        writeClass('Greeting', "public class Greeting {\n    public static String hello() { return 'v1'; }\n}\n");
        const { result } = await sf.json<Deployed>(deploy);
        assert.equal(result.status, 'Succeeded');
        assert.ok(await anonymous(`Assert.areEqual('v1', Greeting.hello());`));
    });

    it('fails with line, column and sentence, and changes nothing', async () => {
        writeClass('Greeting', 'public class Greeting {\n    public static String hello() { return nothing; }\n}\n');
        const { result } = await sf.json<Deployed>(deploy);
        assert.equal(result.status, 'Failed');
        const [failure] = [result.details.componentFailures].flat();
        assert.match(failure?.problem ?? '', /Variable does not exist: nothing/);
        assert.deepEqual([Number(failure?.lineNumber), Number(failure?.columnNumber)], [2, 43]);
        assert.ok(await anonymous(`Assert.areEqual('v1', Greeting.hello());`));
    });

    it('runs the tests that are asked for, and fails with them', async () => {
        writeClass('Greeting', "public class Greeting {\n    public static String hello() { return 'v2'; }\n}\n");
        const level = ['--test-level', 'RunSpecifiedTests', '--tests', 'OrdersTest'];
        const { result } = await sf.json<Deployed>([...deploy, ...level]);
        assert.deepEqual([result.status, result.numberTestsTotal, result.numberTestErrors], ['Failed', 2, 1]);
        assert.ok(await anonymous(`Assert.areEqual('v1', Greeting.hello());`));
    });

    it('deploys by REST as well', async () => {
        const { result } = await sf.json<Deployed>(deploy, { SF_ORG_METADATA_REST_DEPLOY: 'true' });
        assert.equal(result.status, 'Succeeded');
        assert.ok(await anonymous(`Assert.areEqual('v2', Greeting.hello());`));
    });

    it('is blocked by a schedule of the class', async () => {
        const body =
            'public class Nightly implements Schedulable {\n    public void execute(SchedulableContext context) {}\n}\n';
        writeClass('Nightly', body);
        assert.equal((await sf.json<Deployed>(deploy)).result.status, 'Succeeded');
        assert.ok(await anonymous(`System.schedule('nightly', '0 0 3 * * ?', new Nightly());`));
        const { result } = await sf.json<Deployed>(deploy);
        const [failure] = [result.details.componentFailures].flat();
        assert.equal(failure?.problem, 'This schedulable class has jobs pending or in progress');
    });
});

describe('sf project retrieve', () => {
    it('brings classes back as they are in the org', async () => {
        const path = writeClass('Greeting', 'public class Greeting {}\n');
        const retrieve = ['project', 'retrieve', 'start', '--metadata', 'ApexClass:Greeting'];
        assert.equal((await sf.json(retrieve)).status, 0);
        assert.match(readFileSync(path, 'utf8'), /return 'v2'/);
    });

    it('tells what is not there', async () => {
        const retrieve = ['project', 'retrieve', 'start', '--metadata', 'ApexClass:Nobody'];
        assert.match(JSON.stringify(await sf.json(retrieve)), /named 'Nobody' cannot be found/);
    });
});
