import Completion from './completion.ts';
import Doctor from './doctor.ts';
import JobGet from './job/get.ts';
import JobList from './job/list.ts';
import OrgAdvance from './org/advance.ts';
import OrgDeploy from './org/deploy.ts';
import OrgExec from './org/exec.ts';
import OrgJobs from './org/jobs.ts';
import OrgLogs from './org/logs.ts';
import OrgOutbox from './org/outbox.ts';
import OrgQuery from './org/query.ts';
import OrgReset from './org/reset.ts';
import OrgStart from './org/start.ts';
import OrgStatus from './org/status.ts';
import OrgStop from './org/stop.ts';
import OrgTest from './org/test.ts';
import QueueEnqueue from './queue/enqueue.ts';
import QueueList from './queue/list.ts';
import QueuePurge from './queue/purge.ts';
import QueueRetry from './queue/retry.ts';
import QueueStats from './queue/stats.ts';
import SyncFull from './sync/full.ts';
import SyncRestart from './sync/restart.ts';
import SyncRunNow from './sync/run-now.ts';
import SyncStart from './sync/start.ts';
import SyncStatusCommand from './sync/status.ts';
import SyncStop from './sync/stop.ts';

/** Every command of the CLI by its id; the path of a file is the command's name. */
export const commands = {
    completion: Completion,
    doctor: Doctor,
    'job:get': JobGet,
    'job:list': JobList,
    'org:advance': OrgAdvance,
    'org:deploy': OrgDeploy,
    'org:exec': OrgExec,
    'org:jobs': OrgJobs,
    'org:logs': OrgLogs,
    'org:outbox': OrgOutbox,
    'org:query': OrgQuery,
    'org:reset': OrgReset,
    'org:start': OrgStart,
    'org:status': OrgStatus,
    'org:stop': OrgStop,
    'org:test': OrgTest,
    'queue:enqueue': QueueEnqueue,
    'queue:list': QueueList,
    'queue:purge': QueuePurge,
    'queue:retry': QueueRetry,
    'queue:stats': QueueStats,
    'sync:full': SyncFull,
    'sync:restart': SyncRestart,
    'sync:run-now': SyncRunNow,
    'sync:start': SyncStart,
    'sync:status': SyncStatusCommand,
    'sync:stop': SyncStop,
};
