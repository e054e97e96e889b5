import type { HostedOrg } from '../../org/hosted-org.ts';
import type { Deployment, DeployOptions } from './deployment.ts';
import { runDeployment } from './run-deployment.ts';
import { readZip } from './zip-package.ts';

/** Deployments one after another, and how each of them stands. They are forgotten with the process. */
export class Deployments {
    private readonly host: HostedOrg;
    private readonly onDefect: (error: unknown) => void;
    private readonly deployments = new Map<string, Deployment>();
    private last: Promise<void> = Promise.resolve();

    constructor(host: HostedOrg, onDefect: (error: unknown) => void) {
        this.host = host;
        this.onDefect = onDefect;
    }

    /** @throws SoapFault for what is no zip */
    start(userId: string, zip: Uint8Array, options: DeployOptions): Deployment {
        const content = readZip(zip);
        const deployment: Deployment = {
            id: this.host.org.store.ids.next('0Af'),
            userId,
            options,
            components: content.components,
            startedAt: this.host.clock.now(),
            existing: existingComponents(this.host),
            status: 'Pending',
            endedAt: null,
            problems: [],
            tests: [],
            errorMessage: null,
        };
        this.deployments.set(deployment.id, deployment);
        this.last = this.last.then(async () => {
            deployment.status = 'InProgress';
            try {
                await runDeployment(this.host, deployment, content);
            } catch (error) {
                deployment.status = 'Failed';
                deployment.endedAt = this.host.clock.now();
                deployment.errorMessage = error instanceof Error ? error.message : String(error);
                this.onDefect(error);
            }
        });
        return deployment;
    }

    find(id: string): Deployment | undefined {
        return [...this.deployments.values()].find((each) => each.id.slice(0, 15) === id.slice(0, 15));
    }
}

function existingComponents({ packages }: HostedOrg): ReadonlySet<string> {
    const own = packages.at(-1);
    const names = [
        ...(own?.classes ?? []).map(({ name }) => `ApexClass:${name}`),
        ...(own?.triggers ?? []).map(({ name }) => `ApexTrigger:${name}`),
        ...(own?.objects ?? []).flatMap(({ name, fields }) => [
            `CustomObject:${name}`,
            ...fields.map((field) => `CustomField:${name}.${field.name}`),
        ]),
        ...(own?.permissionSets ?? []).map(({ name }) => `PermissionSet:${name}`),
    ];
    return new Set(names.map((name) => name.toLowerCase()));
}
