import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, pageReferenceOf } from '../../browser/modules/localorg/addresses/addresses.js';

const PAGES = [
    ['/lightning/n/SW_Setup?c__section=health', 'standard__navItemPage', { apiName: 'SW_Setup' }],
    [
        '/lightning/r/SW_Apex_Job__c/a00000000000001AAA/view',
        'standard__recordPage',
        { recordId: 'a00000000000001AAA', objectApiName: 'SW_Apex_Job__c', actionName: 'view' },
    ],
    [
        '/lightning/o/Account/list?filterName=Mine',
        'standard__objectPage',
        { objectApiName: 'Account', actionName: 'list' },
    ],
] as const;

describe('the addresses of pages', () => {
    for (const [address, type, attributes] of PAGES) {
        it(`lead to a ${type} and back: ${address}`, () => {
            const reference = pageReferenceOf(new URL(address, 'http://local'));
            assert.equal(reference?.type, type);
            assert.deepEqual({ ...reference?.attributes }, attributes);
            assert.equal(addressOf(reference), address);
        });
    }

    it('are refused for a type of page that the local org does not show', () => {
        assert.throws(() => addressOf({ type: 'standard__knowledgeArticlePage' }), /standard__knowledgeArticlePage/);
    });

    it('outside of Lightning Experience have no page reference', () => {
        assert.equal(pageReferenceOf(new URL('/services/data', 'http://local')), null);
    });
});
