import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildComponents, type BuiltFiles } from './bundle/build-components.ts';
import { vendorIsBuilt } from './bundle/build-vendor.ts';
import type { BundleInput } from './bundle/bundle-input.ts';

const BUILD_VENDOR = join(import.meta.dirname, 'bundle/build-vendor.ts');

/**
 * What the browser loads: the vendor bundle, built once per machine and version by a process of its own, so that nobody
 * waits for it who does not open a page; and the bundle of the deployed components, built again when they change.
 */
export class PageBundle {
    readonly vendorFolder: string;
    private readonly input: () => BundleInput;
    private vendor: Promise<void> | null = null;
    private components: Promise<BuiltFiles> | null = null;

    /** @param input read again after {@link changed} */
    constructor(cacheFolder: string, input: () => BundleInput) {
        this.vendorFolder = join(cacheFolder, 'vendor');
        this.input = input;
    }

    /** Settles when the vendor bundle is there; a failed build is tried again by the next caller. */
    async vendorReady(): Promise<void> {
        if (this.vendor === null) {
            this.vendor = vendorIsBuilt(this.vendorFolder) ? Promise.resolve() : runVendorBuild(this.vendorFolder);
            this.vendor.catch(() => (this.vendor = null));
        }
        await this.vendor;
    }

    /** @throws ComponentBuildError with the file of the component that does not compile */
    async componentFiles(): Promise<BuiltFiles> {
        if (this.components === null) {
            this.components = buildComponents(this.input());
            this.components.catch(() => (this.components = null));
        }
        return this.components;
    }

    /** The components were deployed again: the next request builds them. */
    changed(): void {
        this.components = null;
    }
}

function runVendorBuild(folder: string): Promise<void> {
    return new Promise((resolve, reject) => {
        const build = spawn(process.execPath, [BUILD_VENDOR, folder], { stdio: ['ignore', 'ignore', 'pipe'] });
        let errors = '';
        build.stderr.on('data', (text: Buffer) => (errors += text.toString()));
        build.on('error', reject);
        build.on('exit', (code) => {
            if (code === 0) resolve();
            else reject(new Error(`The base components could not be bundled: ${errors.trim()}`));
        });
    });
}
