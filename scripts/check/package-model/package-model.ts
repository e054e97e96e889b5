import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { META, readMetadataFile } from './metadata-file.ts';
import type { MetadataFile } from './metadata-file.ts';
import { isInProject } from './sfdx-project.ts';
import type { SfdxProject } from './sfdx-project.ts';
import { XmlSyntaxError } from './xml.ts';

export interface ApexSource {
    file: string;
    name: string;
    text: string;
    isTest: boolean;
}

export interface BrokenFile {
    file: string;
    line: number;
    message: string;
}

/** Everything that the package is made of, read once and asked by every rule. */
export class PackageModel {
    readonly root: string;
    readonly namespace: string;
    readonly apiVersion: string;
    readonly sources: readonly string[];
    /** Shapes of the scratch orgs that the package is developed and tested in. */
    readonly scratchDefinitions: readonly string[];
    readonly metadata: readonly MetadataFile[];
    readonly broken: readonly BrokenFile[];
    readonly apex: readonly ApexSource[];
    readonly #byType: ReadonlyMap<string, ReadonlyMap<string, MetadataFile>>;

    constructor(root: string, project: SfdxProject, files: readonly string[]) {
        this.root = root;
        this.namespace = project.namespace;
        this.apiVersion = project.sourceApiVersion;
        this.sources = files.filter((file) => isInProject(project, file));
        this.scratchDefinitions = files.filter((file) => /^config\/[^/]*scratch-def\.json$/.test(file));
        const metadata: MetadataFile[] = [];
        const broken: BrokenFile[] = [];
        for (const file of this.sources.filter((source) => META.test(source))) {
            try {
                metadata.push(readMetadataFile(file, this.read(file)));
            } catch (error) {
                if (!(error instanceof XmlSyntaxError)) throw error;
                broken.push({ file, line: error.line, message: error.message });
            }
        }
        this.metadata = metadata;
        this.broken = broken;
        this.#byType = new Map(
            [...Map.groupBy(metadata, ({ type }) => type)].map(([type, members]) => [
                type,
                new Map(members.map((member) => [member.name, member])),
            ]),
        );
        this.apex = this.sources
            .filter((file) => /\.(?:cls|trigger)$/.test(file))
            .map((file) => this.#apexSource(file));
    }

    read(file: string): string {
        return readFileSync(join(this.root, file), 'utf8');
    }

    ofType(type: string): readonly MetadataFile[] {
        return [...(this.#byType.get(type)?.values() ?? [])];
    }

    find(type: string, name: string): MetadataFile | undefined {
        return this.#byType.get(type)?.get(name);
    }

    /** Names of the bundles below `lwc/`. */
    get components(): ReadonlySet<string> {
        return new Set(
            this.sources.map((file) => /\/lwc\/([^/]+)\//.exec(file)?.[1]).filter((name) => name !== undefined),
        );
    }

    fieldsOf(object: string): readonly MetadataFile[] {
        return this.ofType('CustomField').filter((field) => field.object === object);
    }

    #apexSource(file: string): ApexSource {
        const text = this.read(file);
        const name = posix.basename(file).replace(/\.(?:cls|trigger)$/, '');
        return { file, name, text, isTest: /@istest\b/i.test(text) };
    }
}
