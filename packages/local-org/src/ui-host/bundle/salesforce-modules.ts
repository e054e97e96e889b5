import type { Plugin } from 'rollup';
import type { BundleInput } from './bundle-input.ts';
import { baseComponentModuleNames } from './vendor-modules.ts';

const PREFIX = '\0salesforce:';

/** The base components come with a fixed time zone; pages show times in the one of the user. */
const OVERRIDES: Readonly<Record<string, string>> = {
    '@salesforce/i18n/timeZone': "export default globalThis.LOCAL_ORG?.user.timeZone ?? 'UTC';",
};

/**
 * The modules `@salesforce/*` of the LWC Developer Guide ("@salesforce Modules"), as code made at build time. A kind that
 * is not offered here, or a label that does not exist, fails the build with its name: a page never gets `undefined` for it.
 */
export function salesforceModules({ labels }: Pick<BundleInput, 'labels'>): Plugin {
    const ofBaseComponents = baseComponentModuleNames();
    return {
        name: 'salesforce-modules',
        resolveId(id) {
            if (!id.startsWith('@salesforce/')) return null;
            return id in OVERRIDES || !ofBaseComponents.has(id) ? `${PREFIX}${id}.js` : null;
        },
        load(id) {
            if (!id.startsWith(PREFIX)) return null;
            const module = id.slice(PREFIX.length, -'.js'.length);
            const override = OVERRIDES[module];
            if (override !== undefined) return override;
            const [, kind = '', ...rest] = module.split('/');
            const make = KINDS[kind];
            if (make === undefined) return this.error(`The local org does not offer the module ${module}`);
            return make(rest.join('/'), { labels, fail: (sentence) => this.error(sentence) });
        },
    };
}

interface Making {
    readonly labels: ReadonlyMap<string, string>;
    fail(sentence: string): never;
}

const KINDS: Readonly<Record<string, (name: string, making: Making) => string>> = {
    apex: apexMethod,
    apexContinuation: apexMethod,
    label(name, { labels, fail }) {
        const text = labels.get(name);
        return text === undefined ? fail(`The custom label ${name} does not exist`) : constant(text);
    },
    customPermission: permission,
    userPermission: permission,
    user: (name) => `export default globalThis.LOCAL_ORG?.user[${JSON.stringify(name)}];`,
    community: (name) => `export default globalThis.LOCAL_ORG?.community?.[${JSON.stringify(name)}];`,
    client: () => "export default 'Large';",
    resourceUrl: (name) => constant(`/resource/${name}`),
    contentAssetUrl: (name) => constant(`/file-asset/${name}`),
    messageChannel: (name) => constant(name),
    schema(name) {
        const [objectApiName, ...field] = name.split('.');
        return constant(field.length > 0 ? { fieldApiName: field.join('.'), objectApiName } : { objectApiName });
    },
};

function apexMethod(name: string): string {
    if (name === '') {
        return [
            "export { refreshApex } from 'localorg/client';",
            'export const getSObjectValue = (record, field) =>',
            "    record[field.fieldApiName ?? field.split('.').pop()];",
        ].join('\n');
    }
    const dot = name.lastIndexOf('.');
    const [className, method] = [name.slice(0, dot), name.slice(dot + 1)].map((part) => JSON.stringify(part));
    return `import { apexMethod } from 'localorg/client'; export default apexMethod(${className}, ${method});`;
}

/** On the platform the value is undefined, not false, without the permission. */
function permission(name: string): string {
    return `export default globalThis.LOCAL_ORG?.permissions.includes(${JSON.stringify(name)}) || undefined;`;
}

function constant(value: unknown): string {
    return `export default ${JSON.stringify(value)};`;
}
