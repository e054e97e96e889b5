import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantClass, RestOrg } from '../support/rest-org.ts';

const RESOURCE = `@RestResource(urlMapping='/Count/*')
    global with sharing class CountResource {
        static String name;
        @HttpPost
        global static String post() {
            name = RestContext.request.params.get('name');
            insert new Account(Name = name);
            Integer seen = [SELECT COUNT() FROM Account WHERE Name LIKE 'Beside%'];
            RestContext.response.statusCode = 201;
            return name + ' ' + RestContext.request.params.get('name') + ' ' + seen + ' ' + UserInfo.getUserId();
        }
    }`;

test('requests that are set aside keep their context, statics and user, and see nothing of each other before the commit', () => {
    const org = new RestOrg({ classes: [RESOURCE], jobs: { interleaved: true } }, grantClass('CountResource'));
    const users = [org.org.ids.adminId, org.visitorId];
    const running = users.map((userId, index) =>
        org.rest.requesting({ method: 'POST', path: '/services/apexrest/Count', query: `name=Beside${index}`, userId }),
    );
    const answers: string[] = [];
    while (running.length > 0) {
        for (const request of [...running]) {
            const step = request.next();
            if (!step.done) continue;
            running.splice(running.indexOf(request), 1);
            answers.push(`${step.value.status} ${Buffer.from(step.value.body).toString()}`);
        }
    }
    assert.deepEqual(answers, [
        `201 "Beside0 Beside0 1 ${users[0] ?? ''}"`,
        `201 "Beside1 Beside1 1 ${users[1] ?? ''}"`,
    ]);
    assert.equal(org.count("SELECT Id FROM Account WHERE Name LIKE 'Beside%'"), 2);
});
