import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveRuntime } from '../../src/executor/live-runtime.ts';
import {
    ASSIGN_VENDOR_USER,
    callVendor,
    echo,
    headerOf,
    vendorCredential,
    vendorUser,
} from '../support/credentials.ts';
import { JobOrg } from '../support/job-org.ts';
import { apexMessage, ServiceOrg } from '../support/service-org.ts';

const INPUT = (value: string, name = 'Token', more = ''): string => `
    ConnectApi.CredentialValueInput value = new ConnectApi.CredentialValueInput();
    value.value = '${value}';
    ${more}
    ConnectApi.CredentialInput input = new ConnectApi.CredentialInput();
    input.externalCredential = 'Vendor';
    input.principalName = 'Sync';
    input.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
    input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
    input.credentials = new Map<String, ConnectApi.CredentialValueInput>{ '${name}' => value };`;

const GET = `ConnectApi.Credential credential = ConnectApi.NamedCredentials.getCredential(
    'Vendor', 'Sync', ConnectApi.CredentialPrincipalType.NamedPrincipal);`;

const scripts = {
    assign: ASSIGN_VENDOR_USER,
    call: callVendor(),
    create: `${INPUT('first')} ConnectApi.NamedCredentials.createCredential(input);`,
    replace: `${INPUT('second')} ConnectApi.NamedCredentials.updateCredential(input);`,
    patch: `${INPUT('plain text', 'Region', 'value.encrypted = false;')} ConnectApi.NamedCredentials.patchCredential(input);`,
    remove: `ConnectApi.NamedCredentials.deleteCredential(
        'Vendor', 'Sync', ConnectApi.CredentialPrincipalType.NamedPrincipal);`,
    read: `${GET}
        Journal.write(credential.authenticationStatus + ' ' + credential.authenticationProtocol);
        for (String name : credential.credentials.keySet()) {
            ConnectApi.CredentialValue value = credential.credentials.get(name);
            Journal.write(name + ' ' + value.encrypted + ' ' + value.value);
        }`,
    createThenCall: `${INPUT('first')} ConnectApi.NamedCredentials.createCredential(input); ${callVendor()}`,
    createAll: `
        ConnectApi.ExternalCredentialPrincipalInput principal = new ConnectApi.ExternalCredentialPrincipalInput();
        principal.principalName = 'Main';
        principal.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
        principal.sequenceNumber = 1;
        ConnectApi.ExternalCredentialInput external = new ConnectApi.ExternalCredentialInput();
        external.developerName = 'Books';
        external.masterLabel = 'Books';
        external.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
        external.principals = new List<ConnectApi.ExternalCredentialPrincipalInput>{ principal };
        ConnectApi.NamedCredentials.createExternalCredential(external);
        ConnectApi.NamedCredentialInput named = new ConnectApi.NamedCredentialInput();
        named.developerName = 'Vendor';
        named.masterLabel = 'Books';
        named.type = ConnectApi.NamedCredentialType.SecuredEndpoint;
        named.calloutUrl = 'https://books.example.com/v1';
        ConnectApi.ExternalCredentialInput link = new ConnectApi.ExternalCredentialInput();
        link.developerName = 'Books';
        named.externalCredentials = new List<ConnectApi.ExternalCredentialInput>{ link };
        ConnectApi.NamedCredentials.createNamedCredential(named);
        insert new SetupEntityAccess(
            ParentId = [SELECT Id FROM PermissionSet WHERE Name = 'Vendor_User'].Id,
            SetupEntityId = ConnectApi.NamedCredentials.getExternalCredential('Books').principals[0].id
        );`,
};

function vendorOrg(): { org: JobOrg } & ReturnType<typeof echo> {
    const { sent, transport } = echo();
    const metadata = { ...vendorUser(), ...vendorCredential({ url: 'https://vendor.example.com' }) };
    const org = new JobOrg({ scripts, metadata, transport });
    org.run('assign');
    return { org, sent, transport };
}

test('a credential that Apex creates is used by the next callout, and its value is told to nobody', () => {
    const { org, sent } = vendorOrg();
    org.run('read');
    org.run('create');
    org.run('read');
    org.run('call');
    assert.deepEqual(org.entries().slice(0, 3), ['NotConfigured Custom', 'Configured Custom', 'Token true null']);
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer first');
});

test('updateCredential replaces what is there, patchCredential adds to it, deleteCredential takes it away', () => {
    const { org, sent } = vendorOrg();
    org.run('create');
    org.run('replace');
    org.run('patch');
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer second');
    org.run('read');
    org.run('remove');
    org.run('read');
    assert.deepEqual(org.entries().slice(1), [
        'Configured Custom',
        'Token true null',
        'Region false plain text',
        'NotConfigured Custom',
    ]);
});

test('a credential is created once, and only one that is there is replaced', () => {
    const { org } = vendorOrg();
    assert.throws(() => org.run('replace'), apexMessage(/We couldn't access the credential/));
    org.run('create');
    assert.throws(() => org.run('create'), apexMessage(/already exists/));
});

test('a change of a credential is pending work: no callout before it is committed', () => {
    const { org } = vendorOrg();
    assert.throws(() => org.run('createThenCall'), apexMessage(/You have uncommitted work pending/));
});

test('without the permission to manage named credentials nobody changes those of a named principal', () => {
    const metadata = { ...vendorUser(), ...vendorCredential({ url: 'https://vendor.example.com' }) };
    const org = new ServiceOrg({ scripts, metadata });
    assert.throws(() => org.runAsVisitor('create'), apexMessage(/permission to manage named credentials/));
});

test('named and external credentials that Apex creates are called through, once a permission set grants the principal', () => {
    const { sent, transport } = echo();
    const org = new JobOrg({ scripts, metadata: vendorUser(), transport });
    org.run('assign');
    org.run('createAll');
    org.run('call');
    assert.equal(sent[0]?.url, 'https://books.example.com/v1/items');
    assert.equal(org.rows('SELECT Endpoint FROM NamedCredential')[0]?.['Endpoint'], 'https://books.example.com/v1');
});

test('the same in code that is set aside while it waits', async () => {
    const { sent, transport } = echo();
    const metadata = { ...vendorUser(), ...vendorCredential({ url: 'https://vendor.example.com' }) };
    const org = new JobOrg({ scripts, metadata, transport, jobs: { interleaved: true } });
    const live = new LiveRuntime({ runtime: org.runtime });
    for (const script of ['assign', 'create', 'call']) await live.call('Scripts', script);
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer first');
});
