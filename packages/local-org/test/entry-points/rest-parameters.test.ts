import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { json, RestOrg } from '../support/rest-org.ts';

const RESOURCE = `@RestResource(urlMapping='/Note/*')
    global class NoteResource {
        global class Note {
            public String title;
            public List<Integer> pages;
            public Note next;
        }
        @HttpPost
        global static String create(String title, Integer size, Decimal price, Double ratio, Date day, Note note, Account account) {
            return String.join(new List<Object>{
                title, size, price, ratio == null ? null : ratio + 0.5, day == null ? null : day.addDays(1),
                note == null ? null : note.pages, account == null ? null : account.Name,
                RestContext.request.requestBody.size()
            }, '|');
        }
        @HttpPut
        global static String put() {
            RestRequest request = RestContext.request;
            return request.requestBody.toString() + '|' + request.params.get('a b') + '|' + request.headers.get('x-token')
                + '|' + request.httpMethod + '|' + request.remoteAddress;
        }
        @HttpPatch
        global static String patch() {
            return RestContext.request.httpMethod;
        }
    }`;

describe('what an Apex REST method is given', () => {
    const org = new RestOrg({ classes: [RESOURCE] });
    const post = (body: string, headers: Record<string, string> = {}) => org.send('POST /Note', { body, headers });

    it('is the members of the JSON body by the names of its parameters, in any case', () => {
        const body = {
            TITLE: 'One',
            size: 3,
            price: 1.5,
            ratio: 2,
            day: '2026-03-01',
            note: { title: 'n', pages: [1, 2] },
            account: { Name: 'Acme' },
        };
        assert.equal(json(post(JSON.stringify(body))), 'One|3|1.5|2.5|2026-03-02 00:00:00|(1, 2)|Acme|0');
    });

    it('is null for what the body leaves out', () => {
        assert.equal(json(post('{"size":1}')), 'null|1|null|null|null|null|null|0'.replaceAll('null', ''));
    });

    it('is the body itself for a method without parameters, with query, headers in any case and the verb', () => {
        const response = org.send('PUT /Note?a%20b=c+d', {
            body: 'plain',
            headers: { 'X-Token': 't', 'Content-Type': 'text/plain' },
            remoteAddress: '10.0.0.1',
        });
        assert.equal(json(response), 'plain|c d|t|PUT|10.0.0.1');
    });

    it('may be a PATCH that a POST stands for', () => {
        assert.equal(json(org.send('POST /Note?_HttpMethod=PATCH')), 'PATCH');
    });

    for (const [name, body, message] of [
        ['no body', '', 'The HTTP entity body is required, but this request has no entity body.'],
        ['text that is no JSON', '{"size":', /Unexpected end-of-input/],
        [
            'a member that is no parameter',
            '{"sise":1}',
            /Unexpected parameter encountered during deserialization: sise at \[line:1, column:9\]/,
        ],
        ['a member twice', '{"size":1,"Size":2}', /Duplicate parameter encountered during deserialization: Size/],
        [
            'a value of another type',
            '{"size":"big"}',
            /Cannot deserialize instance of integer from VALUE_STRING value big/,
        ],
    ] as const) {
        it(`is refused with 400 for ${name}`, () => {
            const response = post(body);
            const [error] = json(response) as { errorCode: string; message: string }[];
            assert.equal(response.status, 400);
            assert.equal(error?.errorCode, 'JSON_PARSER_ERROR');
            if (typeof message === 'string') assert.equal(error?.message, message);
            else assert.match(error?.message ?? '', message);
        });
    }

    it('is refused with 415 for a body that is not declared as JSON', () => {
        const response = post('title=One', { 'content-type': 'application/x-www-form-urlencoded' });
        assert.equal(response.status, 415);
        assert.deepEqual(json(response), [
            {
                errorCode: 'UNSUPPORTED_MEDIA_TYPE',
                message: 'Content type application/x-www-form-urlencoded not supported.',
            },
        ]);
    });
});
