import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { MetadataPackage } from '../../metadata/model.ts';
import { readProject } from '../../metadata/read-project.ts';
import { mergePackages } from './merge-packages.ts';
import type { OrgSettings } from './org-settings.ts';

export type ZipFiles = Readonly<Record<string, Uint8Array>>;

/** Names of classes and triggers that a deployment deletes. */
export interface Deletions {
    readonly classes: readonly string[];
    readonly triggers: readonly string[];
}

const DELETIONS = 'deletions.json';

/** What clients have deployed into the org's own code, one folder for each deployment, in the order in which they came. */
export class DeployedSource {
    private readonly folder: string;

    constructor({ folder, spool }: Pick<OrgSettings, 'folder' | 'spool'>) {
        this.folder = join(folder ?? spool, 'metadata');
        mkdirSync(this.folder, { recursive: true });
    }

    /** The code of the org: what it was started with, and every deployment laid over it. */
    over(own: MetadataPackage): MetadataPackage {
        return this.deployments.reduce((base, name) => this.apply(base, join(this.folder, name)), own);
    }

    /** Unpacks a deployment into a folder of its own. @returns the folder; it counts once it is kept */
    unpack(files: ZipFiles, deletions: Deletions): string {
        const folder = join(this.folder, `.${String(this.deployments.length + 1).padStart(6, '0')}`);
        rmSync(folder, { recursive: true, force: true });
        for (const [name, bytes] of Object.entries(files)) {
            const path = normalize(join(folder, name));
            if (!path.startsWith(folder) || name.endsWith('/')) continue;
            mkdirSync(dirname(path), { recursive: true });
            writeFileSync(path, bytes);
        }
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, DELETIONS), JSON.stringify(deletions));
        return folder;
    }

    /** @throws MetadataError for files that cannot be read */
    apply(base: MetadataPackage, folder: string): MetadataPackage {
        const { namespace } = base;
        const kept = join(folder, DELETIONS);
        const deletions = existsSync(kept)
            ? (JSON.parse(readFileSync(kept, 'utf8')) as Deletions)
            : { classes: [], triggers: [] };
        return mergePackages(base, readProject(folder, { namespace }), deletions);
    }

    /** Folders of deployments that count. */
    private get deployments(): string[] {
        return readdirSync(this.folder)
            .filter((name) => /^\d+$/.test(name))
            .sort();
    }
}
