import * as Flags from '@oclif/core/flags';
import type { OrgConnection, RequestTrace, StudioApi, StudioOptions } from '@sw-studio/org-client';
import { CliError } from '../failure/cli-error.ts';
import { Messages } from '../messages.ts';
import { StudioCommand } from './studio-command.ts';

const messages = Messages.load('flags');

/** The flags that say which org is meant, as they are parsed. */
export interface OrgFlags {
    'target-org'?: string | undefined;
    'api-version'?: string | undefined;
    namespace?: string | undefined;
    timeout?: number | undefined;
    debug?: boolean | undefined;
}

/** A command that talks to an org, whichever: it meets it over HTTP alone. */
export abstract class OrgCommand extends StudioCommand {
    static override readonly baseFlags = {
        ...StudioCommand.baseFlags,
        'target-org': Flags.string({
            char: 'o',
            summary: messages.get('target-org.summary'),
            helpGroup: 'ORG',
            helpValue: '<alias>',
        }),
        'api-version': Flags.string({
            summary: messages.get('api-version.summary'),
            helpGroup: 'ORG',
            helpValue: '<version>',
            parse: async (value) => requireApiVersion(value),
        }),
        namespace: Flags.string({
            summary: messages.get('namespace.summary'),
            helpGroup: 'ORG',
            helpValue: '<namespace>',
            env: 'SW_NAMESPACE',
        }),
        timeout: Flags.integer({
            summary: messages.get('timeout.summary'),
            helpGroup: 'ORG',
            helpValue: '<seconds>',
            min: 1,
        }),
        debug: Flags.boolean({ summary: messages.get('debug.summary'), helpGroup: 'GLOBAL' }),
    };

    /** @throws OrgError NO_TARGET_ORG, NOT_LOGGED_IN, LOGIN_UNREADABLE */
    protected async studio(flags: OrgFlags): Promise<StudioApi> {
        const { StudioApi } = await import('@sw-studio/org-client');
        return StudioApi.open(this.options(flags));
    }

    /** @throws OrgError NO_TARGET_ORG, NOT_LOGGED_IN, LOGIN_UNREADABLE */
    protected async connection(flags: OrgFlags): Promise<OrgConnection> {
        const { OrgConnection } = await import('@sw-studio/org-client');
        return OrgConnection.open(this.options(flags));
    }

    /** The flag that names the org again in a command that is shown to the user. */
    protected sameOrg(flags: OrgFlags): string {
        return flags['target-org'] === undefined ? '' : ` --target-org ${flags['target-org']}`;
    }

    private options(flags: OrgFlags): StudioOptions {
        return {
            ...(flags['target-org'] !== undefined && { targetOrg: flags['target-org'] }),
            ...(flags['api-version'] !== undefined && { apiVersion: flags['api-version'] }),
            ...(flags.namespace !== undefined && { namespace: flags.namespace }),
            ...(flags.timeout !== undefined && { timeoutSeconds: flags.timeout }),
            ...(flags.debug === true && { onRequest: traceToStderr }),
        };
    }
}

function traceToStderr({ method, url, status, milliseconds }: RequestTrace): void {
    process.stderr.write(`${method} ${url} ${status ?? 'no answer'} ${milliseconds} ms\n`);
}

function requireApiVersion(value: string): string {
    if (/^[1-9]\d{0,2}\.0$/.test(value)) return value;
    throw new CliError('USAGE', messages.get('api-version.invalid', value));
}
