import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { EXIT_CODES } from '../src/failure/exit-codes.ts';
import type { Failure } from '../src/failure/failure.ts';
import type { OrgOutbox, OrgState } from '../src/local-org/control-verbs.ts';
import { jsonOutput } from './support/json-output.ts';
import { type Ended, Terminal } from './support/terminal.ts';

const LOOK = 'SELECT Id, Name FROM Account ORDER BY Name';

let terminal: Terminal;
let folder: string;
let project: string;

function writeClass(body: string): void {
    const classes = join(project, 'force-app/main/default/classes');
    mkdirSync(classes, { recursive: true });
    writeFileSync(
        join(project, 'sfdx-project.json'),
        '{"packageDirectories":[{"path":"force-app","default":true}],"sourceApiVersion":"65.0"}',
    );
    writeFileSync(join(classes, 'Greeter.cls'), `public class Greeter { public static String greet() { ${body} } }`);
    const metadata =
        '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
    writeFileSync(join(classes, 'Greeter.cls-meta.xml'), metadata);
}

const sw = (words: readonly string[], input?: string): Promise<Ended> =>
    terminal.sw(['org', ...words, '--data', folder], input === undefined ? {} : { input });

async function expect(words: readonly string[], input?: string): Promise<string> {
    const { exitCode, stdout, stderr } = await sw(words, input);
    assert.equal(exitCode, 0, `${words.join(' ')}: ${stdout}${stderr}`);
    return stdout;
}

before(async () => {
    terminal = await Terminal.withBuiltCli();
    folder = join(terminal.home, 'org');
    project = join(terminal.home, 'project');
    writeClass("return 'hello';");
    await expect(['start', '--source', project, '--port', '0', '--alias', 'mine', '--detach']);
});

after(async () => {
    await sw(['stop']);
    terminal.close();
});

test('status says where it is and what is deployed', async () => {
    const { result } = jsonOutput<{ result: OrgState }>('org:status', await expect(['status', '--json']));
    assert.equal(result.source, project);
    assert.match(result.url, /^http:\/\/127\.0\.0\.1:\d+$/);
});

test('sf is logged in to it under the alias', async () => {
    const { exitCode, stdout } = await terminal.sf([
        'data',
        'query',
        '--query',
        'SELECT Id FROM User',
        '--target-org',
        'mine',
    ]);
    assert.equal(exitCode, 0);
    assert.match(stdout, /Total number of records retrieved: \d/);
});

test('what exec saves, query finds; what it throws or does not compile ends with FAILED', async () => {
    await expect(['exec', '-'], 'insert new Account(Name = Greeter.greet());');
    assert.match(await expect(['query', LOOK]), /hello\n1 row found/);
    for (const [source, said] of [
        ['Integer x = 1 / 0;', /System\.MathException: Divide by 0/],
        ['Strin x;', /Line 1, column \d+: .*Strin/],
    ] as const) {
        const { exitCode, stdout } = await sw(['exec', '-'], source);
        assert.equal(exitCode, EXIT_CODES.FAILED.code);
        assert.match(stdout, said);
    }
});

test('a query that is wrong is told in the words of the org', async () => {
    const { exitCode, stderr } = await sw(['query', 'SELECT Nope FROM Account']);
    assert.equal(exitCode, EXIT_CODES.ORG_ERROR.code);
    assert.match(stderr, /No such column 'Nope' on entity 'Account'/);
});

test('advance moves the clock, runs what is due, and jobs lists it', async () => {
    const before = jsonOutput<{ result: OrgState }>('org:status', await expect(['status', '--json'])).result;
    jsonOutput('org:advance', await expect(['advance', '1h30m', '--json']));
    const later = jsonOutput<{ result: OrgState }>('org:status', await expect(['status', '--json'])).result;
    assert.ok(Date.parse(later.now) - Date.parse(before.now) >= 90 * 60_000);
    jsonOutput('org:jobs', await expect(['jobs', '--json']));
    jsonOutput('org:logs', await expect(['logs', '--json']));
    const { exitCode } = await sw(['advance', 'soon']);
    assert.equal(exitCode, EXIT_CODES.USAGE.code);
});

test('what Apex sends is in the outbox', async () => {
    assert.match(await expect(['outbox']), /Nothing was sent/);
    const send = `Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
        mail.setToAddresses(new List<String>{ 'doe@example.com' });
        mail.setSubject('Ahoy');
        mail.setPlainTextBody('There.');
        Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`;
    await expect(['exec', '-'], send);
    const { result } = jsonOutput<{ result: OrgOutbox }>('org:outbox', await expect(['outbox', '--json']));
    assert.equal(result.emails[0]?.subject, 'Ahoy');
    assert.match(await expect(['outbox']), /Email +doe@example\.com +Ahoy +There\./);
});

test('deploy replaces the source and keeps the data; what does not compile changes nothing', async () => {
    writeClass("return 'changed';");
    await expect(['deploy', '--source', project]);
    await expect(['exec', '-'], 'insert new Account(Name = Greeter.greet());');
    assert.match(await expect(['query', LOOK]), /changed\n.*hello\n2 rows found/);

    writeClass('return 1;');
    const { exitCode, stdout } = await sw(['deploy', '--source', project, '--json']);
    const failure = jsonOutput<Failure>('org:deploy', stdout);
    assert.equal(exitCode, EXIT_CODES.FAILED.code);
    assert.equal(failure.name, 'SOURCE_INVALID');
    assert.match(failure.message, /Greeter\.cls:1:\d+/);
    await expect(['exec', '-'], "System.assertEquals('changed', Greeter.greet());");
});

test('a second start on the folder is refused with the way out', async () => {
    const { exitCode, stderr } = await sw(['start', '--port', '0']);
    assert.equal(exitCode, EXIT_CODES.ALREADY_RUNNING.code);
    assert.match(stderr, /runs at http.* already[^]*sw org stop/);
});

test('reset needs --force where nobody can be asked, and then everything is gone', async () => {
    const refused = await sw(['reset']);
    assert.equal(refused.exitCode, EXIT_CODES.USAGE.code);
    assert.match(refused.stderr, /Nothing was deleted[^]*--force/);
    writeClass("return 'hello';");
    await expect(['reset', '--force']);
    assert.match(await expect(['query', LOOK]), /0 rows found/);
});

test('after stop nothing runs, and its data is there at the next start', async () => {
    await expect(['exec', '-'], "insert new Account(Name = 'kept');");
    await expect(['stop']);
    while ((await sw(['status'])).exitCode !== EXIT_CODES.ORG_ERROR.code);
    await expect(['start', '--source', project, '--port', '0', '--detach']);
    assert.match(await expect(['query', LOOK]), /kept/);
});
