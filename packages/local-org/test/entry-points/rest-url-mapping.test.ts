import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, RestOrg } from '../support/rest-org.ts';

const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'Could not find a match for URL' }];

function resource(name: string, urlMapping: string): string {
    return `@RestResource(urlMapping='${urlMapping}')
        global class ${name} {
            @HttpGet
            global static String answer() {
                return '${name} ' + RestContext.request.requestURI + ' ' + RestContext.request.resourcePath;
            }
        }`;
}

const CLASSES = [
    resource('Exact', '/Note/all'),
    resource('Wide', '/Note/*'),
    resource('Narrow', '/Note/open/*'),
    resource('Middle', '/Folder/*/notes'),
    resource('Dotted', '/v1.0/notes'),
];

describe('the URL of an Apex REST resource', () => {
    const org = new RestOrg({ classes: CLASSES });
    const answer = (path: string): unknown => json(org.send(`GET ${path}`));

    it('matches exactly before any wildcard', () => {
        assert.equal(answer('/Note/all'), 'Exact /Note/all /services/apexrest/Note/all');
    });

    it('matches the longest of several wildcards', () => {
        assert.equal(answer('/Note/open/1'), 'Narrow /Note/open/1 /services/apexrest/Note/open/*');
        assert.equal(answer('/Note/1/2'), 'Wide /Note/1/2 /services/apexrest/Note/*');
    });

    it('matches a wildcard also without anything behind it', () => {
        assert.equal(answer('/Note'), 'Wide /Note /services/apexrest/Note/*');
    });

    it('matches one segment with a wildcard in the middle', () => {
        assert.equal(answer('/Folder/7/notes'), 'Middle /Folder/7/notes /services/apexrest/Folder/*/notes');
        assert.deepEqual(answer('/Folder/7/8/notes'), NOT_FOUND);
    });

    it('is compared with its case', () => {
        assert.deepEqual(answer('/note/all'), NOT_FOUND);
    });

    it('takes a dot for a dot', () => {
        assert.equal(org.send('GET /v1.0/notes').status, 200);
        assert.equal(org.send('GET /v1x0/notes').status, 404);
    });

    it('is not found below an exact mapping, nor outside of /services/apexrest', () => {
        assert.deepEqual(answer('/v1.0/notes/1'), NOT_FOUND);
        assert.equal(org.rest.request({ method: 'GET', path: '/services/data' }).status, 404);
    });
});

describe('the URL of an Apex REST resource of a package', () => {
    const org = new RestOrg({ classes: CLASSES, namespace: 'acme' });

    it('begins with the namespace, whatever its case', () => {
        const expected = 'Exact /acme/Note/all /services/apexrest/acme/Note/all';
        assert.equal(json(org.send('GET /acme/Note/all')), expected);
        assert.equal(org.send('GET /ACME/Note/all').status, 200);
    });

    it('is not found without it', () => {
        assert.equal(org.send('GET /Note/all').status, 404);
    });
});
