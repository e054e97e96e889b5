import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOUR, MINUTE } from '@sw-studio/cycle-tests';
import { QueueOrg } from '@sw-studio/cycle-tests/event-queue';
import { generateData } from '@sw-studio/vendor-api';

/** The line "Update from Salesforce" of the vendor's preflight checklist. */
test('a favorite that is set in Salesforce is set in the cockpit, whoever set it', () => {
    const org = new QueueOrg({ data: generateData({ prospects: 2, seed: 1 }) });
    const [mine = '', theirs = ''] = org.insert('Lead', [
        { LastName: 'One', Company: 'Company', Email: 'prospect-1@example.com' },
        { LastName: 'Two', Company: 'Company', Email: 'prospect-2@example.com' },
    ]);
    org.switchOn();
    const [lead] = org.rows(`SELECT SW_Prospect_Id__c FROM Lead WHERE Id = '${mine}'`);
    assert.equal(lead?.['SW_Prospect_Id__c'], 'prospect-1', 'linked by the first cycle');
    const favorite = (id: string): boolean | undefined => org.backend.account.prospects.get(id)?.favorite;
    const before = favorite('prospect-1') ?? false;
    assert.equal(org.receiver.taken.length, 0, 'what the cycle wrote is not sent back');

    org.update('Lead', [{ Id: mine, SW_Favorite__c: !before }]);
    org.advance(MINUTE);
    assert.equal(favorite('prospect-1'), !before, 'by an administrator: within the minute');

    const other = favorite('prospect-2') ?? false;
    org.update('Lead', [{ Id: theirs, SW_Favorite__c: !other }], org.users.stranger);
    org.advance(MINUTE);
    assert.equal(org.events().length, 1, 'by somebody without our permission sets: saved, and waiting');
    org.advance(HOUR / 2);
    assert.equal(favorite('prospect-2'), !other, 'and delivered by the next cycle');
    assert.equal(org.events().length, 0);
});
