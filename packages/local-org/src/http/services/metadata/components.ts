import { zipSync } from 'fflate';
import type { MetadataPackage } from '../../../metadata/model.ts';
import type { HostedOrg } from '../../org/hosted-org.ts';
import type { SoapValue } from '../soap/envelope.ts';
import { classIdOf } from '../test-runs/test-rows.ts';
import { PROBLEMS } from './errors.ts';
import { isoTime } from './model.ts';

/** Types that `describeMetadata` names, with their folders (Metadata API Developer Guide, "describeMetadata"). */
const TYPES: readonly (readonly [xmlName: string, directoryName: string, suffix: string, metaFile: boolean])[] = [
    ['ApexClass', 'classes', 'cls', true],
    ['ApexTrigger', 'triggers', 'trigger', true],
    ['CustomObject', 'objects', 'object', false],
    ['CustomLabels', 'labels', 'labels', false],
    ['CustomMetadata', 'customMetadata', 'md', false],
    ['CustomPermission', 'customPermissions', 'customPermission', false],
    ['ExternalCredential', 'externalCredentials', 'externalCredential', false],
    ['NamedCredential', 'namedCredentials', 'namedCredential', false],
    ['PermissionSet', 'permissionsets', 'permissionset', false],
    ['Profile', 'profiles', 'profile', false],
    ['RemoteSiteSetting', 'remoteSiteSettings', 'remoteSite', false],
    ['StaticResource', 'staticresources', 'resource', true],
];

export function describeMetadata(host: HostedOrg): SoapValue {
    return {
        metadataObjects: TYPES.map(([xmlName, directoryName, suffix, metaFile]) => ({
            directoryName,
            inFolder: false,
            metaFile,
            suffix,
            xmlName,
            ...(xmlName === 'CustomObject' && { childXmlNames: ['CustomField', 'RecordType', 'ValidationRule'] }),
        })),
        organizationNamespace: host.org.options.namespace,
        partialSaveAllowed: true,
        testRequired: false,
    };
}

export function listMetadata(host: HostedOrg, types: readonly string[]): SoapValue {
    const { adminId } = host.org.ids;
    const at = isoTime(host.clock.now());
    const found = types.flatMap((type) =>
        namesOf(host.packages.at(-1), type).map((fullName) => {
            const [, directory = '', suffix = ''] = TYPES.find(([name]) => name === type) ?? [];
            return {
                createdById: adminId,
                createdByName: 'Admin User',
                createdDate: at,
                fileName: `${directory}/${fullName}.${suffix}`,
                fullName,
                id: type.startsWith('Apex') ? classIdOf(host, fullName, '') : '',
                lastModifiedById: adminId,
                lastModifiedByName: 'Admin User',
                lastModifiedDate: at,
                manageableState: 'unmanaged',
                type,
            };
        }),
    );
    return { result: found };
}

function namesOf(own: MetadataPackage | undefined, type: string): string[] {
    const lists: Readonly<Record<string, readonly { readonly name: string }[] | undefined>> = {
        ApexClass: own?.classes,
        ApexTrigger: own?.triggers,
        CustomObject: own?.objects,
        PermissionSet: own?.permissionSets,
        Profile: own?.profiles,
        CustomPermission: own?.customPermissions,
        NamedCredential: own?.namedCredentials,
        ExternalCredential: own?.externalCredentials,
        RemoteSiteSetting: own?.remoteSites,
        StaticResource: own?.staticResources,
    };
    return (lists[type] ?? []).map(({ name }) => name);
}

/** What is asked for, as the zip that `checkRetrieveStatus` answers. */
export interface Retrieved {
    readonly zip: Uint8Array;
    readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
}

export function retrieve(
    host: HostedOrg,
    types: readonly { readonly name: string; readonly members: readonly string[] }[],
): Retrieved {
    const own = host.packages.at(-1);
    const files: Record<string, Uint8Array> = {};
    const messages: { fileName: string; problem: string }[] = [];
    for (const { name, members } of types) {
        const found = name === 'ApexClass' ? own?.classes : name === 'ApexTrigger' ? own?.triggers : undefined;
        if (found === undefined) {
            messages.push({ fileName: 'unpackaged/package.xml', problem: PROBLEMS.notRetrieved(name) });
            continue;
        }
        const wanted = members.includes('*') ? found.map((each) => each.name) : members;
        for (const member of wanted) {
            const source = found.find((each) => each.name === member);
            if (source === undefined) {
                const problem = `Entity of type '${name}' named '${member}' cannot be found`;
                messages.push({ fileName: 'unpackaged/package.xml', problem });
                continue;
            }
            const suffix = name === 'ApexClass' ? 'classes' : 'triggers';
            const path = `unpackaged/${suffix}/${member}.${name === 'ApexClass' ? 'cls' : 'trigger'}`;
            files[path] = Buffer.from(source.body);
            files[`${path}-meta.xml`] = Buffer.from(apexMeta(name, source.apiVersion, source.status));
        }
    }
    files['unpackaged/package.xml'] = Buffer.from(packageXml(types));
    return { zip: zipSync(files), messages };
}

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

function apexMeta(type: string, apiVersion: string, status: string): string {
    return `${DECLARATION}<${type} xmlns="${NAMESPACE}">\n    <apiVersion>${apiVersion}</apiVersion>\n    <status>${status}</status>\n</${type}>\n`;
}

function packageXml(types: readonly { readonly name: string; readonly members: readonly string[] }[]): string {
    const parts = types.map(({ name, members }) => {
        const lines = members.map((member) => `        <members>${member}</members>\n`).join('');
        return `    <types>\n${lines}        <name>${name}</name>\n    </types>\n`;
    });
    return `${DECLARATION}<Package xmlns="${NAMESPACE}">\n${parts.join('')}    <version>65.0</version>\n</Package>\n`;
}
