import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexAura } from '../../src/entry-points/apex-aura.ts';
import { grantClass } from '../support/rest-org.ts';
import { ServiceOrg } from '../support/service-org.ts';

const CONTROLLER = `public class Controller {
    public class Card {
        @AuraEnabled public String title;
        @AuraEnabled public String empty;
        @AuraEnabled public Integer size { get { return title.length(); } }
        @AuraEnabled public List<Card> nested;
        public String hidden = 'never';
    }
    public class OwnException extends Exception {}

    @AuraEnabled(cacheable=true)
    public static Card card(String title, Integer wanted) {
        Card card = new Card();
        card.title = title + wanted;
        card.nested = new List<Card>();
        return card;
    }
    @AuraEnabled(cacheable=true)
    public static void writes() {
        insert new Account(Name = 'Cached');
    }
    @AuraEnabled
    public static List<Account> save(Account account, List<Contact> people, Map<String, Object> more, Decimal price, Date day) {
        System.debug(more);
        account.AnnualRevenue = price;
        insert account;
        for (Contact person : people) person.AccountId = account.Id;
        insert people;
        return [SELECT Name, Phone, AnnualRevenue, Owner.LastName, (SELECT LastName FROM Contacts) FROM Account WHERE Id = :account.Id];
    }
    @AuraEnabled
    public static void fails(String way) {
        insert new Account(Name = 'Kept by nobody');
        if (way == 'handled') throw new AuraHandledException('For the client');
        if (way == 'own') throw new OwnException('Mine');
        if (way == 'dml') insert new List<Account>{ new Account(), new Account() };
        if (way == 'limit') while (true) insert new Account(Name = 'Again');
    }
    public static void notEnabled() {}
}`;

describe('a method for Lightning components', () => {
    const org = new ServiceOrg(
        { classes: [CONTROLLER, 'public class Other { @AuraEnabled public static void run() {} }'] },
        grantClass('Controller'),
    );
    const aura = new ApexAura(org.runtime);
    const call = (
        method: string,
        parameters: Record<string, unknown> = {},
        more: { wired?: boolean; userId?: string } = {},
    ) => {
        const { status, body } = aura.call({ className: 'Controller', method, parameters, ...more });
        return { status, body };
    };

    it('answers the enabled members of an object, without nulls', () => {
        const { status, body } = call('card', { title: 'Ace', wanted: 7 }, { wired: true });
        assert.equal(status, 200);
        assert.deepEqual(body, { title: 'Ace7', size: 4, nested: [] });
    });

    it('takes records by their sobjectType or their declared type, objects, numbers and dates', () => {
        const { body } = call('save', {
            account: { Name: 'Acme', sobjectType: 'Account' },
            people: [{ LastName: 'Roe' }],
            more: { deep: [1, { two: null }] },
            price: 12,
            day: '2026-03-01',
        });
        const [account] = body as Record<string, unknown>[];
        assert.deepEqual(Object.keys(account ?? {}).sort(), [
            'AnnualRevenue',
            'Contacts',
            'Id',
            'Name',
            'Owner',
            'OwnerId',
        ]);
        assert.equal(account?.['AnnualRevenue'], 12);
        assert.equal((account?.['Contacts'] as { LastName: string }[])[0]?.LastName, 'Roe');
    });

    it('is given null for what the component leaves out', () => {
        assert.deepEqual(call('card').body, { title: 'nullnull', size: 8, nested: [] });
    });

    it('refuses a value that its parameter cannot hold', () => {
        assert.deepEqual(call('card', { title: 'Ace', wanted: 'many' }), {
            status: 500,
            body: { message: "Value provided is invalid for action parameter 'wanted' of type 'Integer'" },
        });
    });

    it('may not write when it is cacheable', () => {
        const { status, body } = call('writes');
        assert.equal(status, 500);
        assert.equal((body as { message: string }).message, 'Too many DML statements: 1');
        assert.equal((body as { exceptionType: string }).exceptionType, 'System.LimitException');
    });

    it('is refused to a wire when it is not cacheable', () => {
        assert.equal(
            (call('fails', {}, { wired: true }).body as { message: string }).message,
            'Apex methods that are to be cached must be marked as @AuraEnabled(cacheable=true)',
        );
    });

    it('shows the client the message of an AuraHandledException', () => {
        const { status, body } = call('fails', { way: 'handled' });
        assert.equal(status, 500);
        assert.deepEqual(body, {
            message: 'For the client',
            exceptionType: 'System.AuraHandledException',
            isUserDefinedException: false,
            stackTrace: 'Class.Controller.fails: line 34, column 1',
        });
    });

    it('shows other exceptions with their type, and rolls back', () => {
        const { body } = call('fails', { way: 'own' });
        const { message, exceptionType, isUserDefinedException } = body as Record<string, unknown>;
        assert.deepEqual([message, exceptionType, isUserDefinedException], ['Mine', 'Controller.OwnException', true]);
        assert.equal(
            (call('fails', { way: 'limit' }).body as { exceptionType: string }).exceptionType,
            'System.LimitException',
        );
        assert.equal(org.count("SELECT Id FROM Account WHERE Name = 'Kept by nobody'"), 0);
    });

    it('shows the errors of a failed save by field', () => {
        const error = { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]' };
        assert.deepEqual(call('fails', { way: 'dml' }).body, {
            fieldErrors: { Name: [error, error] },
            pageErrors: [],
            index: null,
            duplicateResults: [],
        });
    });

    it('is not found unless it is enabled', () => {
        const message = "Unable to find Apex action method referenced as 'Controller.notEnabled'.";
        assert.deepEqual(call('notEnabled'), { status: 500, body: { message } });
    });

    it('needs access to its class', () => {
        const { visitorId: userId } = org;
        assert.equal(call('card', { title: '', wanted: 1 }, { userId }).status, 200);
        assert.deepEqual(aura.call({ className: 'Other', method: 'run', userId }).body, {
            message: "You do not have access to the Apex class named 'Other'.",
        });
    });
});
