import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SObjectTypeInfo } from '@sw-studio/apex/runtime';
import { findJava } from '../../setup/find-java.mjs';
import { describeObjects } from './object-descriptions.ts';
import { platformDeclarations } from './platform-declarations.ts';

/** What the compiler is told of a project besides the files that it checks. */
export interface World {
    /** Source by class name. */
    readonly classes: ReadonlyMap<string, string>;
    readonly objects: readonly SObjectTypeInfo[];
    readonly labels: readonly string[];
}

export interface Job {
    readonly id: string;
    readonly checked: readonly { readonly path: string; readonly text: string }[];
    /** Classes of the world that this job does not see: those that it checks. */
    readonly without: readonly string[];
}

/** Sentences per file and job; undefined where the compiler itself failed and there is no verdict. */
export type Answers = ReadonlyMap<string, readonly string[] | undefined>;

const SOURCE = join(import.meta.dirname, 'SalesforceCompiler.java');

/**
 * Salesforce's own Apex compiler, from the jar that ships with Code Analyzer's Graph Engine. It is exact on the language:
 * types, visibility, inheritance, annotations. It knows no platform types; it gets ours (platform-declarations.ts), so what
 * it says of platform signatures is no evidence, and it does not look into SOQL. The jar is of API version 64.
 *
 * @throws Error where there is no JDK
 */
export function askSalesforce(jobs: readonly Job[], world: World, cacheFolder: string): Answers {
    const java = findJava();
    if (java === undefined)
        throw new Error('The mutants need a JDK of version 17 or later (Debian: openjdk-17-jdk-headless).');
    const jars = join(
        dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-sfge-engine')),
        'java-lib',
    );
    const classes = compiled(java, jars, cacheFolder);
    const worldFile = join(cacheFolder, 'world.json');
    writeFileSync(worldFile, JSON.stringify(describeWorld(world)));
    const { stdout, status } = spawnSync(java, ['-cp', `${jars}/*:${classes}`, 'SalesforceCompiler', worldFile], {
        input: jobs.map((job) => `${JSON.stringify(job)}\n`).join(''),
        encoding: 'utf8',
        maxBuffer: 1024 * 1024 * 1024,
    });
    if (status !== 0) throw new Error(`SalesforceCompiler ended with code ${status}.`);
    return readAnswers(stdout);
}

/** The helper's classes; compiled when its source changed. */
function compiled(java: string, jars: string, cacheFolder: string): string {
    const digest = createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
    const classes = join(cacheFolder, `classes-${digest}`);
    if (existsSync(join(classes, 'SalesforceCompiler.class'))) return classes;
    mkdirSync(classes, { recursive: true });
    execFileSync(join(dirname(java), 'javac'), ['-cp', `${jars}/*`, '-d', classes, SOURCE], { stdio: 'inherit' });
    return classes;
}

function describeWorld({ classes, objects, labels }: World): unknown {
    const types = platformDeclarations(objects.map(({ name }) => name));
    return {
        types,
        classes: Object.fromEntries([...classes].map(([name, text]) => [name.toLowerCase(), text])),
        objects: describeObjects(objects),
        labels: Object.fromEntries(labels.map((name) => [name.toLowerCase(), true])),
    };
}

function readAnswers(output: string): Answers {
    const answers = new Map<string, readonly string[] | undefined>();
    for (const line of output.split('\n')) {
        if (line === '') continue;
        const { id, errors } = JSON.parse(line) as { id: string; errors?: { message: string }[] };
        answers.set(
            id,
            errors?.map(({ message }) => message),
        );
    }
    return answers;
}
