import {
    drive,
    InstallContext,
    type JobsService,
    newApexException,
    newInstanceOf,
    UninstallContext,
    Version,
    type Waiting,
} from '@sw-studio/apex/runtime';
import type { ApexRuntime } from '../apex/apex-runtime.ts';
import type { ApexSession } from '../apex/apex-session.ts';
import { callApex } from '../jobs/run/call-apex.ts';
import { exceptionSentence, uncaughtException } from './uncaught.ts';

export interface Installation {
    /** Of the handler, as the package calls it. */
    readonly className: string;
    /** null: the package was not installed before. */
    readonly previousVersion: { readonly major: number; readonly minor: number; readonly patch?: number } | null;
    readonly isPush: boolean;
    readonly installerId: string;
}

export interface Uninstallation {
    readonly className: string;
    readonly uninstallerId: string;
}

export interface HandlerOutcome {
    readonly success: boolean;
    /** Exception and stack; null: it succeeded. */
    readonly error: string | null;
    readonly log: readonly string[];
}

type Start = (session: ApexSession, handler: object) => Generator<Waiting, unknown, void>;

/**
 * The scripts of a package (Apex Reference, "InstallHandler Interface" and "UninstallHandler Interface"). They run as a user of the
 * platform that is none of the org's people, have no session and make no callouts. An installation whose handler fails is to
 * be abandoned; an uninstallation goes on.
 */
export class PackageHandlers {
    private readonly runtime: ApexRuntime;

    constructor(runtime: ApexRuntime) {
        this.runtime = runtime;
    }

    install(installation: Installation): HandlerOutcome {
        return drive(this.installing(installation));
    }

    installing({ className, ...context }: Installation): Generator<Waiting, HandlerOutcome, void> {
        const { previousVersion: previous, isPush, installerId } = context;
        const version = previous && new Version(previous.major, previous.minor, previous.patch ?? null);
        return this.running(className, (session, handler) =>
            callApex(session, handler, 'oninstall$installcontext', new InstallContext(version, isPush, installerId)),
        );
    }

    uninstall(uninstallation: Uninstallation): HandlerOutcome {
        return drive(this.uninstalling(uninstallation));
    }

    uninstalling({ className, uninstallerId }: Uninstallation): Generator<Waiting, HandlerOutcome, void> {
        const { runtime } = this;
        return this.running(className, (session, handler) => {
            session.provide('jobs', withoutJobs(runtime.jobs.service(session)));
            return callApex(session, handler, 'onuninstall$uninstallcontext', new UninstallContext(uninstallerId));
        });
    }

    private *running(className: string, start: Start): Generator<Waiting, HandlerOutcome, void> {
        const { org, program } = this.runtime;
        const type = program.classNamed(className);
        if (type === undefined) throw new Error(`The package has no class ${className}.`);
        const log: string[] = [];
        const request = {
            userId: org.ids.automatedProcessId,
            request: { quiddity: 'SYNCHRONOUS' },
            debug: (_level: string, message: string) => void log.push(message),
        };
        try {
            yield* this.runtime.request(request, function* (session) {
                session.provide('callouts', { checkAllowed: refuseCallout, send: refuseCallout });
                refuseSharing(session);
                yield* start(session, newInstanceOf(type) as object);
            });
        } catch (thrown) {
            const exception = uncaughtException(thrown);
            if (exception === null) throw thrown;
            return {
                success: false,
                error: `${exceptionSentence(exception)}\n\n${exception.getstacktracestring$()}`,
                log,
            };
        }
        return { success: true, error: null, log };
    }
}

function refuseCallout(): never {
    throw newApexException('System.CalloutException', 'Callout from a package script not supported.');
}

/** Classes that respect sharing have nobody here whose records they could tell. @throws System.UnexpectedException where one reads or writes */
function refuseSharing({ transaction }: ApexSession): void {
    Object.defineProperty(transaction, 'sharing', {
        get: () => false,
        set(isShared: boolean) {
            if (isShared)
                throw newApexException(
                    'System.UnexpectedException',
                    'A package script cannot use classes that are declared with sharing or inherited sharing.',
                );
        },
    });
}

function refuseJob(): never {
    throw newApexException('System.AsyncException', 'Asynchronous Apex cannot be started by an uninstall script.');
}

const STARTS = [
    'callFuture',
    'enqueue',
    'executeBatch',
    'schedule',
    'scheduleBatch',
] as const satisfies (keyof JobsService)[];

function withoutJobs(jobs: object): object {
    return Object.assign(Object.create(jobs) as object, Object.fromEntries(STARTS.map((name) => [name, refuseJob])));
}
