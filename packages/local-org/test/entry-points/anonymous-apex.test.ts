import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApexAnonymous } from '../../src/entry-points/apex-anonymous.ts';
import { JobOrg } from '../support/job-org.ts';

const HELPER = `public class Helper {
    public static Integer twice(Integer value) {
        if (value < 0) throw new IllegalArgumentException('negative');
        return 2 * value;
    }
}`;

for (const interleaved of [false, true]) {
    describe(`anonymous Apex (${interleaved ? 'interleaved' : 'run at once'})`, () => {
        const org = new JobOrg({ classes: [HELPER], jobs: { interleaved } });
        const anonymous = new ApexAnonymous(org.runtime);

        it('runs against the classes of the org, commits, and says what it printed on which line', () => {
            const result = anonymous.execute(
                "Integer n = Helper.twice(21);\ninsert new Account(Name = 'Anonymous');\nSystem.debug(LoggingLevel.WARN, n);",
            );
            assert.deepEqual(result, {
                compiled: true,
                success: true,
                line: -1,
                column: -1,
                compileProblem: null,
                exceptionMessage: null,
                exceptionStackTrace: null,
                log: [{ level: 'WARN', message: '42', line: 3 }],
            });
            assert.equal(org.count("SELECT Id FROM Account WHERE Name = 'Anonymous'"), 1);
        });

        it('may declare methods and classes', () => {
            const result = anonymous.execute(
                'class Pair { Integer a = 1; }\nInteger one() { return new Pair().a; }\nSystem.debug(one());',
            );
            assert.deepEqual(
                result.log.map(({ message }) => message),
                ['1'],
            );
        });

        it('says where it does not compile, and runs nothing', () => {
            const result = anonymous.execute("insert new Account(Name = 'Never');\nInteger n = 'text';");
            assert.equal(result.compiled, false);
            assert.equal(result.success, false);
            assert.equal(result.line, 2);
            assert.equal(result.compileProblem, 'Illegal assignment from String to Integer');
            assert.equal(org.count("SELECT Id FROM Account WHERE Name = 'Never'"), 0);
        });

        it('says where its syntax ends', () => {
            const result = anonymous.execute('Integer n =');
            assert.equal(result.compiled, false);
            assert.equal(result.line, 1);
        });

        it('says what exception ended it, with the stack, and rolls back', () => {
            const result = anonymous.execute("insert new Account(Name = 'Never');\nHelper.twice(-1);");
            assert.deepEqual(
                [result.compiled, result.success, result.line, result.exceptionMessage, result.exceptionStackTrace],
                [
                    true,
                    false,
                    3,
                    'System.IllegalArgumentException: negative',
                    'Class.Helper.twice: line 3, column 1\nAnonymousBlock: line 2, column 1',
                ],
            );
            assert.equal(org.count("SELECT Id FROM Account WHERE Name = 'Never'"), 0);
        });
    });
}
