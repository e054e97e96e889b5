import Doctor from './doctor.ts';
import JobGet from './job/get.ts';
import JobList from './job/list.ts';
import OrgTest from './org/test.ts';
import SyncFull from './sync/full.ts';
import SyncRestart from './sync/restart.ts';
import SyncRunNow from './sync/run-now.ts';
import SyncStart from './sync/start.ts';
import SyncStatusCommand from './sync/status.ts';
import SyncStop from './sync/stop.ts';

/** Every command of the CLI by its id; the path of a file is the command's name. */
export const commands = {
    doctor: Doctor,
    'job:get': JobGet,
    'job:list': JobList,
    'org:test': OrgTest,
    'sync:full': SyncFull,
    'sync:restart': SyncRestart,
    'sync:run-now': SyncRunNow,
    'sync:start': SyncStart,
    'sync:status': SyncStatusCommand,
    'sync:stop': SyncStop,
};
