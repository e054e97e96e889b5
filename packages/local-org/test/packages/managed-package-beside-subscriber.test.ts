import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drive, getDynamic } from '@sw-studio/apex/runtime';
import { ApexProgram } from '../../src/apex/apex-program.ts';
import { ApexRuntime } from '../../src/apex/apex-runtime.ts';
import { discoverTests } from '../../src/apex-tests/test-discovery.ts';
import { OrgTestHost } from '../../src/apex-tests/org-test-host.ts';
import { runTests } from '../../src/apex-tests/run-tests.ts';
import { ManualClock } from '../../src/clock/clock.ts';
import { ApexAnonymous } from '../../src/entry-points/apex-anonymous.ts';
import { ApexRest } from '../../src/entry-points/apex-rest.ts';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import { readProject } from '../../src/metadata/read-project.ts';
import { LocalOrg } from '../../src/org.ts';
import { ApexSchema } from '../../src/schema/apex-schema.ts';
import { MIDNIGHT } from '../support/job-org.ts';

const FOLDER = new URL('../fixtures/packages', import.meta.url).pathname;

const managed = readProject(`${FOLDER}/managed`, {});
const subscriber = readProject(`${FOLDER}/subscriber`, {});

interface TwoPackages {
    readonly org: LocalOrg;
    readonly program: ApexProgram;
    readonly runtime: ApexRuntime;
}

/** @param more classes of the subscriber, each as the text of its file */
function deploy(more: readonly string[] = [], interleaved = false): TwoPackages {
    const clock = new ManualClock(MIDNIGHT);
    const classes = more.map((body, index) => apexClass(body, `More${index}`));
    const own: MetadataPackage = { ...subscriber, classes: [...subscriber.classes, ...classes] };
    const org = LocalOrg.create([managed, own], { now: () => clock.now(), edition: 'Enterprise Edition' });
    const program = new ApexProgram([managed, own], org.schema, new ApexSchema(org.schema, 'en_US'), {
        cacheFolder: null,
        skipErrors: false,
        coverage: false,
        generators: interleaved,
    });
    return { org, program, runtime: new ApexRuntime({ org, program, clock, jobs: { interleaved } }) };
}

function apexClass(body: string, name: string): MetadataPackage['classes'][number] {
    return { name, file: `classes/${name}.cls`, body, apiVersion: '65.0', status: 'Active' };
}

describe('a managed package beside the code of its subscriber', () => {
    const { org, program, runtime } = deploy();
    const selection = { className: null, methodName: null };

    it('compiles with it', () => assert.deepEqual(program.errors, []));

    for (const { method, message, stack } of runTests(
        discoverTests(program.registry, selection),
        new OrgTestHost(org, program),
    )) {
        it(method, () => assert.equal(message, null, stack ?? ''));
    }

    it('answers REST under its namespace, and the subscriber under none', () => {
        const rest = new ApexRest(runtime);
        const get = (path: string) =>
            Buffer.from(rest.request({ method: 'GET', path: `/services/apexrest${path}` }).body).toString();
        assert.equal(get('/acme/orders/1'), '"package: 0"');
        assert.equal(get('/orders/1'), '"subscriber: 0"');
    });

    it('is open to anonymous Apex as to the subscriber', () => {
        const anonymous = new ApexAnonymous(runtime);
        assert.equal(anonymous.execute('System.debug(new acme.Orders().title);').log[0]?.message, 'Order acme.Helper');
        assert.equal(anonymous.execute('acme.Helper helper;').compileProblem, 'Type is not visible: acme.Helper');
    });
});

describe('jobs of a package that its subscriber starts', () => {
    it('run as the package', () => {
        const { org, runtime } = deploy();
        const { exceptionMessage } = new ApexAnonymous(runtime).execute(`
            insert new Account(Name = 'For the batch', acme__Region__c = 'north');
            System.enqueueJob(new acme.LateOrder());
            acme.LateOrder.inFuture();
            Database.executeBatch(new acme.LateOrder());`);
        assert.equal(exceptionMessage, null);
        runtime.jobs.runDue();
        const text = 'SELECT Name FROM acme__Order__c ORDER BY Name';
        const outcome = drive(
            org.openTransaction().database.query({ text, binds: new Map(), access: 'system', dynamic: true }),
        );
        assert.equal(outcome.kind, 'records');
        assert.deepEqual(outcome.kind === 'records' && outcome.records.map((record) => getDynamic(record, 'Name')), [
            'Batch 1north',
            'Future acme.Helper',
            'Late acme.Helper',
        ]);
    });
});

describe('transactions that can be set aside', () => {
    it('know whose code runs after each wait', () => {
        const anonymous = new ApexAnonymous(deploy([], true).runtime);
        const { log, exceptionMessage } = anonymous.execute(
            "acme.Orders.place('Third', new LocalListener()); System.debug(LocalListener.heard + '' + acme.Orders.log + Type.forName('Helper'));",
        );
        assert.equal(exceptionMessage, null);
        assert.equal(log[0]?.message, '(Third Helper 1)(after the listener acme.Helper)Helper');
    });
});

describe('what is not global', () => {
    for (const [name, statement, message] of [
        ['a class', 'acme.Helper helper;', 'Type is not visible: acme.Helper'],
        ['an inner class', 'acme.Orders.HiddenInner nested;', 'Type is not visible: acme.Orders.HiddenInner'],
        ['a method', 'acme.Orders.hidden();', 'Method is not visible: void acme.Orders.hidden()'],
        ['a variable', "acme.Orders.HIDDEN_FIELD = '';", 'Variable is not visible: acme.Orders.HIDDEN_FIELD'],
        ['a protected label', 'String text = Label.acme.Hidden;', 'Variable does not exist: Hidden'],
        ['an object without its prefix', 'Order__c wrong;', 'Invalid type: Order__c'],
        [
            'a field without its prefix',
            'Object note = new acme__Order__c().Note__c;',
            'Variable does not exist: Note__c',
        ],
        ['a type that is not there', 'acme.Nothing wrong;', 'Invalid type: acme.Nothing'],
    ] as const) {
        it(`cannot be used by the subscriber: ${name}`, () => {
            const { program } = deploy([`public class More0 { public static void run() { ${statement} } }`]);
            assert.deepEqual(
                program.errors.map((error) => error.message),
                [message],
            );
        });
    }
});
