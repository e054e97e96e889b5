import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OrgCredentials } from '../../src/credentials/org-credentials.ts';
import type { MetadataPackage } from '../../src/metadata/model.ts';
import {
    ASSIGN_VENDOR_USER,
    callVendor,
    echo,
    headerOf,
    vendorCredential,
    vendorUser,
} from '../support/credentials.ts';
import { JobOrg, jobPackage, type JobOrgOptions } from '../support/job-org.ts';
import { apexMessage, grantObject, ServiceOrg } from '../support/service-org.ts';

const URL = 'https://vendor.example.com/v2';
const scripts = { assign: ASSIGN_VENDOR_USER, call: callVendor('/items?page=2') };
const TOKEN = { externalCredential: 'Vendor', principal: 'Sync', values: { Token: 's3cret' } };

interface Vendor extends ReturnType<typeof echo> {
    readonly org: JobOrg;
    readonly credentials: OrgCredentials;
}

/** An org with the credential, and its administrator assigned the permission set. */
function vendorOrg(metadata: Partial<MetadataPackage>, options: JobOrgOptions = {}): Vendor {
    const { sent, transport } = echo();
    const org = new JobOrg({
        ...options,
        scripts: { ...scripts, ...options.scripts },
        metadata: { ...vendorUser(), ...metadata },
        transport,
    });
    org.run('assign');
    return { org, sent, transport, credentials: new OrgCredentials(org.org) };
}

test('callout:Name goes to the address of the credential, with the headers that its external credential makes', () => {
    const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL }));
    credentials.setSecret(TOKEN);
    org.run('call');
    assert.deepEqual(org.entries(), ['POST https://vendor.example.com/v2/items?page=2']);
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer s3cret');
});

test('nobody uses a principal that no permission set grants, not even an administrator', () => {
    const { transport } = echo();
    const org = new JobOrg({ scripts, metadata: { ...vendorCredential({ url: URL }), ...vendorUser() }, transport });
    new OrgCredentials(org.org).setSecret(TOKEN);
    assert.throws(
        () => org.run('call'),
        apexMessage(
            /^We couldn't access the credential\(s\)\. You might not have the required permissions, or the external credential "Vendor" might not exist\.$/,
        ),
    );
});

test('the permission to read User External Credentials is needed beside the principal', () => {
    const { transport } = echo();
    const options = { scripts, metadata: { ...vendorCredential({ url: URL }), ...vendorUser() }, transport };
    const assigned = (org: ServiceOrg): ServiceOrg => {
        org.runAsVisitor('assign');
        new OrgCredentials(org.org).setSecret(TOKEN);
        return org;
    };
    const without = assigned(new ServiceOrg(options));
    assert.throws(() => without.runAsVisitor('call'), apexMessage(/^We couldn't access the credential/));
    const allowed = assigned(
        new ServiceOrg(
            options,
            grantObject('UserExternalCredential', 'Read'),
            grantObject('Entry__c', 'Read', 'Create'),
        ),
    );
    allowed.runAsVisitor('call');
    assert.equal(allowed.entries().length, 1);
});

test('a value that the principal does not have is named, and nothing is sent', () => {
    const { org, sent } = vendorOrg(vendorCredential({ url: URL }));
    assert.throws(() => org.run('call'), apexMessage(/^Field Vendor\.Token does not exist$/));
    assert.equal(sent.length, 0);
});

test('a named credential that does not exist is refused', () => {
    const { org } = vendorOrg({});
    assert.throws(
        () => org.run('call'),
        apexMessage(/^The callout couldn't access the endpoint\..*the named credential "Vendor" might not exist\.$/),
    );
});

test('values of a principal of each user are the own ones of the running user', () => {
    const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL, principalType: 'PerUserPrincipal' }));
    assert.throws(() => org.run('call'), apexMessage(/^We couldn't access the credential/));
    credentials.setSecret({ ...TOKEN, userId: org.org.ids.adminId, values: { Token: 'own' } });
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer own');
});

test('the protocol Basic makes the Authorization header of username and password', () => {
    const named = { generateAuthorizationHeader: 'true' };
    const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL, protocol: 'Basic', headers: {}, named }));
    credentials.setSecret({ ...TOKEN, values: { Username: 'ada', Password: 'pass' } });
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'Authorization'), `Basic ${Buffer.from('ada:pass').toString('base64')}`);
});

test('formulas of headers encode: BASE64ENCODE(BLOB(...))', () => {
    const headers = { 'X-Key': '{!BASE64ENCODE(BLOB($Credential.Vendor.User & ":" & $Credential.Vendor.Key))}' };
    const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL, headers }));
    credentials.setSecret({ ...TOKEN, values: { User: 'ada', Key: '}' } });
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'X-Key'), Buffer.from('ada:}').toString('base64'));
});

test('merge fields of the request are filled where the credential allows it, and sent as they are elsewhere', () => {
    const call = callVendor(
        '',
        `request.setHeader('X-Token', '{!$Credential.Vendor.Token}'); request.setBody('{!$Credential.Vendor.Token}');`,
    );
    const sentWith = (named: Record<string, string>): [header: string | undefined, body: string] => {
        const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL, named }), { scripts: { call } });
        credentials.setSecret(TOKEN);
        org.run('call');
        return [headerOf(sent[0]!, 'X-Token'), Buffer.from(sent[0]?.body ?? []).toString()];
    };
    assert.deepEqual(sentWith({ allowMergeFieldsInHeader: 'true' }), ['s3cret', '{!$Credential.Vendor.Token}']);
    assert.deepEqual(sentWith({ allowMergeFieldsInBody: 'true' }), ['{!$Credential.Vendor.Token}', 's3cret']);
});

test('a legacy named credential carries username and password itself', () => {
    const content = {
        endpoint: URL,
        protocol: 'Password',
        principalType: 'NamedUser',
        username: 'ada',
        password: 'pass',
    };
    const { org, sent } = vendorOrg({ namedCredentials: [{ name: 'Vendor', label: 'Vendor', content }] });
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'Authorization'), `Basic ${Buffer.from('ada:pass').toString('base64')}`);
});

test('the code of a package names its own credential without the namespace', () => {
    const { org, sent, credentials } = vendorOrg(vendorCredential({ url: URL }), { namespace: 'shop' });
    credentials.setSecret({ ...TOKEN, externalCredential: 'shop__Vendor' });
    org.run('call');
    assert.equal(headerOf(sent[0]!, 'Authorization'), 'Bearer s3cret');
});

test('authentication that the local org does not offer is an error that names it, and no Apex catches it', () => {
    const { org } = vendorOrg(vendorCredential({ url: URL, protocol: 'Oauth' }));
    assert.throws(() => org.run('call'), /The credential Vendor needs the protocol Oauth/);
});

test('an address that an admin has changed stays changed when the package is deployed again', () => {
    const metadata = { ...vendorUser(), ...vendorCredential({ url: URL }) };
    const { org, credentials } = vendorOrg(metadata);
    credentials.setSecret(TOKEN);
    credentials.setUrl('Vendor', 'http://127.0.0.1:4010');
    org.org.deploy([jobPackage({ scripts, metadata })]);
    org.run('call');
    assert.deepEqual(org.entries(), ['POST http://127.0.0.1:4010/items?page=2']);
    assert.equal(org.rows('SELECT Endpoint FROM NamedCredential')[0]?.['Endpoint'], 'http://127.0.0.1:4010');
});

test('no query reaches what a principal authenticates itself with', () => {
    const { org, credentials } = vendorOrg(vendorCredential({ url: URL }));
    credentials.setSecret(TOKEN);
    assert.throws(
        () => org.rows('SELECT Id FROM LocalCredential'),
        apexMessage(/sObject type 'LocalCredential' is not supported/),
    );
});
