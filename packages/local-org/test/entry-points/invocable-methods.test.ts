import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexActions } from '../../src/entry-points/apex-actions.ts';
import { grantClass } from '../support/rest-org.ts';
import { ServiceOrg } from '../support/service-org.ts';

const CLASSES = [
    `public class Doubles {
        @InvocableMethod(label='Double')
        public static List<Integer> run(List<Integer> numbers) {
            System.debug(numbers.size());
            List<Integer> doubled = new List<Integer>();
            for (Integer each : numbers) doubled.add(2 * each);
            return doubled;
        }
    }`,
    `public class Creates {
        public class Input {
            @InvocableVariable(required=true) public String name;
            @InvocableVariable public Decimal revenue;
            @InvocableVariable public List<Contact> people;
            public String untouched = 'kept';
        }
        public class Output {
            @InvocableVariable public Id accountId;
            @InvocableVariable public Integer people;
            @InvocableVariable public String note;
        }
        @InvocableMethod
        public static List<Output> run(List<Input> inputs) {
            List<Output> outputs = new List<Output>();
            for (Input each : inputs) {
                if (each.name == 'lose') return outputs;
                Account made = new Account(Name = each.name, AnnualRevenue = each.revenue);
                insert made;
                Output answer = new Output();
                answer.accountId = made.Id;
                answer.people = each.people == null ? 0 : each.people.size();
                answer.note = each.untouched;
                outputs.add(answer);
            }
            return outputs;
        }
    }`,
    `public class Touches {
        @InvocableMethod
        public static void run(List<Id> ids) {
            update [SELECT Id FROM Account WHERE Id IN :ids];
        }
    }`,
];

describe('an invocable method', () => {
    const org = new ServiceOrg({ classes: CLASSES }, grantClass('Doubles'));
    const actions = new ApexActions(org.runtime);
    const named = (name: string): number => org.count(`SELECT Id FROM Account WHERE Name = '${name}'`);

    it('is called once for a bundle of calls, and answers each', () => {
        const answer = actions.invoke({ name: 'Doubles', inputs: [{ numbers: 1 }, { numbers: 2 }] });
        assert.equal(answer.status, 200);
        assert.deepEqual(
            answer.results.map(({ isSuccess, outputValues }) => [isSuccess, outputValues]),
            [
                [true, { output: 2 }],
                [true, { output: 4 }],
            ],
        );
        assert.deepEqual(answer.log, ['2']);
    });

    it('takes and gives objects by their invocable variables', () => {
        const inputs = [{ name: 'First', revenue: 1.5, people: [{ LastName: 'Roe' }] }, { name: 'Second' }];
        const { results } = actions.invoke({ name: 'Creates', inputs });
        assert.deepEqual(
            results.map(({ outputValues }) => [outputValues?.['people'], outputValues?.['note']]),
            [
                [1, 'kept'],
                [0, 'kept'],
            ],
        );
        assert.equal(named('First') + named('Second'), 2);
    });

    it('gives no values when it is void', () => {
        const [result] = actions.invoke({ name: 'Touches', inputs: [{ ids: '001000000000001AAA' }] }).results;
        assert.equal(result?.isSuccess, true);
        assert.equal(result?.outputValues, null);
    });

    it('fails without a required input, before any Apex runs', () => {
        const { status, results } = actions.invoke({ name: 'Creates', inputs: [{ name: 'Third' }, { revenue: 1 }] });
        assert.equal(status, 400);
        assert.deepEqual(results[0]?.errors, [
            { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Missing required input parameter: name', fields: [] },
        ]);
        assert.equal(results.length, 2);
        assert.equal(named('Third'), 0);
    });

    it('fails as a whole when an exception leaves it', () => {
        const { status, results } = actions.invoke({
            name: 'Creates',
            inputs: [{ name: 'Fourth' }, { name: 'x'.repeat(300) }],
        });
        assert.equal(status, 400);
        assert.match(
            results[0]?.errors?.[0]?.message ?? '',
            /^An Apex error occurred: System\.DmlException: Insert failed/,
        );
        assert.equal(named('Fourth'), 0);
    });

    it('fails when it does not answer every call', () => {
        const { results } = actions.invoke({ name: 'Creates', inputs: [{ name: 'Fifth' }, { name: 'lose' }] });
        assert.match(results[1]?.errors?.[0]?.message ?? '', /^The number of results does not match/);
        assert.equal(named('Fifth'), 0);
    });

    it('is not found by another name, and needs access to its class', () => {
        assert.equal(actions.invoke({ name: 'Triples', inputs: [{}] }).status, 404);
        const { visitorId: userId } = org;
        assert.equal(actions.invoke({ name: 'Doubles', inputs: [{ numbers: 1 }], userId }).status, 200);
        assert.equal(actions.invoke({ name: 'Creates', inputs: [{ name: 'Sixth' }], userId }).status, 403);
    });
});
