import { DuplicateSignatureBuilder, type DuplicateSignature } from '../../jobs/duplicate-signature.ts';
import { blocking, type TypeLibrary } from '../../library.ts';
import type { Waiting } from '../../ports.ts';
import { requireService, type EnqueueOptions } from '../../services.ts';
import type { ApexDate } from '../../values/date.ts';
import { defineDataType, type DataObject } from '../data-object.ts';
import { nonNull } from '../receiver.ts';

const asyncOptions = defineDataType('System.AsyncOptions');

function optionsOf(options: DataObject): EnqueueOptions {
    const signature = options.get('DuplicateSignature') as DuplicateSignature | null;
    return {
        delayMinutes: options.get('MinimumQueueableDelayInMinutes') as number | null,
        maximumStackDepth: options.get('MaximumQueueableStackDepth') as number | null,
        duplicateSignature: signature?.text ?? null,
    };
}

/** `enqueueJob(job)`, `(job, delay in minutes)`, `(job, AsyncOptions)`. */
export const enqueueJob = blocking(function* (
    job: object,
    how?: number | DataObject | null,
): Generator<Waiting, string | null, void> {
    const jobs = requireService('jobs', 'System.enqueueJob');
    nonNull(job);
    if (typeof how === 'number') {
        return yield* jobs.enqueue(job, { delayMinutes: how, maximumStackDepth: null, duplicateSignature: null });
    }
    return yield* jobs.enqueue(job, how ? optionsOf(how) : null);
});

export const schedule = blocking((name: string, cron: string, job: object) =>
    requireService('jobs', 'System.schedule').schedule(nonNull(name), nonNull(cron), nonNull(job)),
);

/** The scope of a batch that does not say one. */
const DEFAULT_SCOPE = 200;

export const scheduleBatch = blocking((job: object, name: string, minutes: number, scope: number = DEFAULT_SCOPE) =>
    requireService('jobs', 'System.scheduleBatch').scheduleBatch(nonNull(job), nonNull(name), minutes, scope),
);

export const executeBatch = blocking((job: object, scope: number | null = null) =>
    requireService('jobs', 'Database.executeBatch').executeBatch(nonNull(job), scope),
);

export const abortJob = blocking((id: string) => requireService('jobs', 'System.abortJob').abort(nonNull(id)));

export const purgeOldAsyncJobs = blocking((before: ApexDate) =>
    requireService('jobs', 'System.purgeOldAsyncJobs').purgeOld(before.epochDay * 86_400_000),
);

export const attachFinalizer = (finalizer: object): void =>
    requireService('jobs', 'System.attachFinalizer').attachFinalizer(nonNull(finalizer));

export const pauseOrResume = {
    'pauseJobById(String)': blocking((id: string) => requireService('jobs', 'System.pauseJobById').pause('id', id)),
    'pauseJobByName(String)': blocking((name: string) =>
        requireService('jobs', 'System.pauseJobByName').pause('name', name),
    ),
    'resumeJobById(String)': blocking((id: string) => requireService('jobs', 'System.resumeJobById').resume('id', id)),
    'resumeJobByName(String)': blocking((name: string) =>
        requireService('jobs', 'System.resumeJobByName').resume('name', name),
    ),
};

function asyncInfo(): ReturnType<ReturnType<typeof requireService<'jobs'>>['asyncInfo']> {
    return requireService('jobs', 'System.AsyncInfo').asyncInfo();
}

const move = (where: 'afterJob' | 'beforeJob' | 'toEnd' | 'toFront') =>
    blocking((jobId: string, otherJobId: string | null = null) =>
        requireService('jobs', 'System.FlexQueue').moveInFlexQueue(where, nonNull(jobId), otherJobId),
    );

export const asyncLibraries: readonly TypeLibrary[] = [
    asyncOptions.library,
    {
        type: 'System.AsyncInfo',
        statics: {
            'getCurrentQueueableStackDepth()': () => asyncInfo().stackDepth,
            'getMaximumQueueableStackDepth()': () => asyncInfo().maximumStackDepth,
            'getMinimumQueueableDelayInMinutes()': () => asyncInfo().delayMinutes,
            'hasMaxStackDepth()': () => asyncInfo().maximumStackDepth !== null,
        },
    },
    {
        type: 'System.QueueableDuplicateSignature',
        methods: { 'toString()': (signature: DuplicateSignature) => signature.text },
    },
    {
        type: 'System.QueueableDuplicateSignature.Builder',
        constructors: { 'new()': () => new DuplicateSignatureBuilder() },
        methods: {
            'addId(Id)': (builder: DuplicateSignatureBuilder, id: string) => builder.addText('id', nonNull(id)),
            'addInteger(Integer)': (builder: DuplicateSignatureBuilder, value: number) =>
                builder.addInteger(nonNull(value)),
            'addString(String)': (builder: DuplicateSignatureBuilder, text: string) =>
                builder.addText('string', nonNull(text)),
            'build()': (builder: DuplicateSignatureBuilder) => builder.build(),
            'getMaxSize()': (builder: DuplicateSignatureBuilder) => (
                nonNull(builder),
                DuplicateSignatureBuilder.maximumSize
            ),
            'getRemainingSize()': (builder: DuplicateSignatureBuilder) =>
                DuplicateSignatureBuilder.maximumSize - builder.size,
            'getSize()': (builder: DuplicateSignatureBuilder) => builder.size,
        },
        partly: { 'getMaxSize()': 'The platform states that there is a limit, not which; 32 bytes were observed.' },
    },
    {
        type: 'System.FlexQueue',
        statics: {
            'moveAfterJob(Id,Id)': move('afterJob'),
            'moveBeforeJob(Id,Id)': move('beforeJob'),
            'moveJobToEnd(Id)': move('toEnd'),
            'moveJobToFront(Id)': move('toFront'),
        },
    },
];
