import type { ApiRequest } from '../../routing/api-request.ts';
import { json } from '../../routing/reply.ts';
import { dataRoute, type Service } from '../../routing/service.ts';
import type { ServiceContext } from '../service-context.ts';
import { testErrors } from './errors.ts';
import { synchronousJson } from './model.ts';
import type { TestRequest } from './select-tests.ts';
import { TestRows } from './test-rows.ts';
import { TestRun } from './test-run.ts';

/** Apex tests of what is deployed, answered at once or followed in rows. */
export function testRunsService({ host, notify }: ServiceContext): Service {
    const nameOf = (classId: string): string | undefined => {
        const classes = host.org.schema.require('ApexClass');
        return host.org.store.table(classes).committed(classId)?.[classes.field('Name')?.slot ?? -1] as
            string | undefined;
    };
    const newRun = (request: ApiRequest): TestRun => {
        const run = new TestRun(host, request.json<TestRequest>(), nameOf);
        if (run.classes.length === 0) throw testErrors.noTests();
        return run;
    };
    return {
        name: 'test-runs',
        routes: [
            dataRoute('POST', '/tooling/runTestsSynchronous', async (request) =>
                json(synchronousJson(host, await newRun(request).run(() => {}))),
            ),
            dataRoute('POST', '/tooling/runTestsAsynchronous', (request) => {
                const run = newRun(request);
                const rows = new TestRows(host, request.userId);
                const id = rows.begin(run.classes);
                run.run((testClass, results) => rows.ended(testClass, results)).then(
                    ({ milliseconds, coverage }) => rows.finish(milliseconds, coverage),
                    (error: unknown) => notify('defect', String(error)),
                );
                return json(id);
            }),
        ],
    };
}
