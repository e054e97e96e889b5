import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grantClass, json, RestOrg } from '../support/rest-org.ts';

const RESOURCE = `@RestResource(urlMapping='/Answer/*')
    global class AnswerResource {
        global class Reply {
            public String text = 'hello';
            public String nothing;
            public Map<String, String> more = new Map<String, String>{ 'kept' => null };
        }
        @HttpGet
        global static Reply get() {
            return RestContext.request.params.containsKey('null') ? null : new Reply();
        }
        @HttpPost
        global static void post() {
            System.debug('posted');
            insert new Account(Name = 'Posted');
            RestContext.response.statusCode = Integer.valueOf(RestContext.request.params.get('status'));
            RestContext.response.addHeader('Content-Type', 'application/octet-stream');
            RestContext.response.addHeader('X-More', 'yes');
            RestContext.response.responseBody = EncodingUtil.base64Decode('AP8Q');
        }
        @HttpDelete
        global static void remove() {
        }
        @HttpPatch
        global static Account patch() {
            insert new Account(Name = 'Patched');
            return [SELECT Id, Name, Phone FROM Account WHERE Name = 'Patched'];
        }
        @HttpPut
        global static void put() {
            insert new Account(Name = 'Put');
            String way = RestContext.request.params.get('way');
            String none;
            if (way == 'null') none.length();
            if (way == 'limit') for (Integer i = 0; i < 200; i++) insert new Account(Name = 'Put');
            try {
                insert new Account();
            } catch (DmlException e) {
                if (way == 'throw') throw e;
                RestContext.response.statusCode = 500;
            }
        }
    }`;

const READ_ONLY = `@RestResource(urlMapping='/ReadOnly')
    global class ReadOnlyResource {
        @ReadOnly
        @HttpGet
        global static Integer get() {
            return [SELECT COUNT() FROM Account];
        }
        @ReadOnly
        @HttpPost
        global static void post() {
            insert new Account(Name = 'Never');
        }
    }`;

describe('the answer of an Apex REST method', () => {
    const org = new RestOrg({ classes: [RESOURCE, READ_ONLY] }, grantClass('AnswerResource'));
    const named = (name: string): number => org.count(`SELECT Id FROM Account WHERE Name = '${name}'`);

    it('is its value as JSON: null members of objects are left out, null values of maps stay', () => {
        const response = org.send('GET /Answer');
        assert.equal(response.status, 200);
        assert.equal(response.headers['Content-Type'], 'application/json;charset=UTF-8');
        assert.equal(response.text, '{"text":"hello","more":{"kept":null}}');
        assert.equal(org.send('GET /Answer?null').text, 'null');
    });

    it('is a record with its attributes and without null fields', () => {
        const answer = json(org.send('PATCH /Answer')) as Record<string, unknown>;
        assert.deepEqual(Object.keys(answer), ['attributes', 'Id', 'Name']);
        assert.deepEqual(answer['attributes'], {
            type: 'Account',
            url: `/services/data/v65.0/sobjects/Account/${String(answer['Id'])}`,
        });
    });

    it('is the bytes, headers and status that a void method set, and what it wrote is committed', () => {
        const response = org.rest.request({ method: 'POST', path: '/services/apexrest/Answer', query: 'status=412' });
        assert.equal(response.status, 412);
        assert.deepEqual([...response.body], [0x00, 0xff, 0x10]);
        assert.deepEqual(response.headers, { 'Content-Type': 'application/octet-stream', 'X-More': 'yes' });
        assert.deepEqual(response.log, ['posted']);
        assert.equal(named('Posted'), 1);
    });

    it('is empty for a void method that set nothing', () => {
        assert.deepEqual(org.send('DELETE /Answer'), { status: 200, headers: {}, text: '', log: [] });
    });

    it('may not have any status, and then nothing is committed', () => {
        const before = named('Posted');
        const response = org.send('POST /Answer?status=429');
        assert.equal(response.status, 500);
        assert.deepEqual(json(response), [
            { errorCode: 'APEX_ERROR', message: 'Invalid status code for HTTP response: 429' },
        ]);
        assert.equal(named('Posted'), before);
    });

    it('names the verbs that there are for any other', () => {
        const response = org.send('GET /ReadOnly?_HttpMethod=PUT');
        assert.equal(response.status, 200);
        const refused = org.send('PUT /ReadOnly');
        assert.equal(refused.status, 405);
        assert.equal(refused.headers['Allow'], 'GET,POST');
        assert.deepEqual(json(refused), [
            {
                errorCode: 'METHOD_NOT_ALLOWED',
                message: "HTTP Method 'PUT' not allowed. Allowed are GET,POST",
            },
        ]);
    });

    for (const [way, message] of [
        [
            'throw',
            /^System\.DmlException: Insert failed\. First exception on row 0; first error: REQUIRED_FIELD_MISSING.*\n\nClass\.AnswerResource\.put: line 37, column 1$/s,
        ],
        [
            'null',
            /^System\.NullPointerException: Attempt to de-reference a null object\n\nClass\.AnswerResource\.put: line 34, column 1$/,
        ],
        [
            'limit',
            /^System\.LimitException: Too many DML statements: 151\n\nClass\.AnswerResource\.put: line \d+, column 1$/,
        ],
    ] as const) {
        it(`is 500 with exception and stack where one leaves it (${way}), and nothing is committed`, () => {
            const response = org.send(`PUT /Answer?way=${way}`);
            const [error] = json(response) as { errorCode: string; message: string }[];
            assert.equal(response.status, 500);
            assert.equal(error?.errorCode, 'APEX_ERROR');
            assert.match(error?.message ?? '', message);
            assert.equal(named('Put'), 0);
        });
    }

    it('of a method that catches and sets 500 itself keeps what was written', () => {
        assert.equal(org.send('PUT /Answer?way=catch').status, 500);
        assert.equal(named('Put'), 1);
    });

    it('of a read-only method reads, and is an error as soon as it writes', () => {
        assert.equal(org.send('GET /ReadOnly').status, 200);
        const [error] = json(org.send('POST /ReadOnly')) as { message: string }[];
        assert.match(error?.message ?? '', /^System\.LimitException: Too many DML statements: 1/);
    });

    it('is 403 for a user without access to the class, whatever the class would do', () => {
        const { visitorId } = org;
        assert.equal(org.send('GET /Answer', { userId: visitorId }).status, 200);
        const refused = org.send('GET /ReadOnly', { userId: visitorId });
        assert.equal(refused.status, 403);
        assert.deepEqual(json(refused), [
            {
                errorCode: 'FORBIDDEN',
                message: 'You do not have access to the Apex class named: ReadOnlyResource',
            },
        ]);
    });
});
