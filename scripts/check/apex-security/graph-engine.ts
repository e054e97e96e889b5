// Salesforce Graph Engine: follows data from every entry point (@AuraEnabled, REST, ...) to every database operation.
// It ships inside its Code Analyzer engine; input and output are JSON files.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from '../gate.ts';
import { runJava } from '../java.ts';

/**
 * The rule that needs the graph: does every path from an entry point check access before it reads or writes. What the others say
 * of a path PMD says of a class, in a hundredth of the time.
 */
const GRAPH_RULES = ['ApexFlsViolation'];

const INTERNAL_ERROR = 'InternalExecutionError';

/** A path that the engine could not follow to its end. That is a limit of the engine and no fault of the code, but a gap in the proof. */
export const GAVE_UP = 'graph-engine-gave-up';

interface GraphViolation {
    ruleName: string;
    message: string;
    sinkFileName?: string;
    sinkLineNumber?: number;
    sourceFileName: string;
    sourceLineNumber: number;
    sourceType: string;
    sourceVertexName: string;
}

/** A class that the engine's parser refuses: then it looks at none. It knows Apex up to API version 64. */
export const NOT_PARSED = 'not-parsed';

export interface GraphRun {
    java: string;
    root: string;
    /** Classes whose entry points are followed. */
    targets: readonly string[];
    /** Everything that they may lead to. */
    project: readonly string[];
    /** For the files that are passed. */
    folder: string;
    /** How long the paths of one entry point are followed. */
    longestPathMilliseconds: number;
}

/** A fault, with the file of the entry point from which the engine got there. */
export interface PathFault {
    from: string;
    fault: Fault;
}

export async function runGraphEngine(options: GraphRun): Promise<PathFault[]> {
    const { java, root, targets, project, folder, longestPathMilliseconds } = options;
    const engine = dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-sfge-engine')));
    const input = join(folder, 'graph-input.json');
    const output = join(folder, 'graph-output.json');
    const absolute = (file: string): string => join(root, file);
    writeFileSync(
        input,
        JSON.stringify({
            targets: targets.map((file) => ({ targetFile: absolute(file), targetMethods: [] })),
            projectFilesAndFolders: project.map(absolute),
            rulesToRun: GRAPH_RULES,
        }),
    );
    const settings = [
        `-Dsfge_log_name=${join(folder, 'graph.log')}`,
        `-DSFGE_RULE_THREAD_COUNT=${availableParallelism()}`,
        `-DSFGE_RULE_THREAD_TIMEOUT=${longestPathMilliseconds}`,
    ];
    const program = ['-cp', join(engine, 'java-lib/*'), 'com.salesforce.Sfge', 'execute', input, output];
    const { code, stderr } = await runJava(java, [...settings, ...program]);
    if (code !== 0) {
        const syntaxFaults = readSyntaxFaults(root, stderr);
        if (syntaxFaults.length > 0) return syntaxFaults;
        throw new Error(`The Graph Engine ended with code ${code}: ${stderr.slice(-2000)}`);
    }
    const violations = JSON.parse(readFileSync(output, 'utf8')) as GraphViolation[];
    return violations.map((violation) => toPathFault(root, violation));
}

function readSyntaxFaults(root: string, stderr: string): PathFault[] {
    const path = /Fix the errors in (.+?) and retry/.exec(stderr)?.[1];
    if (path === undefined) return [];
    const file = relative(root, path).split(sep).join('/');
    return [...stderr.matchAll(/Invalid syntax at (\d+):\d+\. \((.*)\)/g)].map(([, line, message = '']) => ({
        from: file,
        fault: { file, line: Number(line), rule: NOT_PARSED, message },
    }));
}

function toPathFault(root: string, violation: GraphViolation): PathFault {
    const { ruleName, message, sinkFileName, sinkLineNumber, sourceFileName, sourceLineNumber } = violation;
    const relativeTo = (path: string): string => relative(root, path).split(sep).join('/');
    const fault = {
        file: relativeTo(sinkFileName ?? sourceFileName),
        line: sinkLineNumber ?? sourceLineNumber,
        rule: ruleName === INTERNAL_ERROR ? GAVE_UP : ruleName,
        message: `${firstSentence(message)} (from ${violation.sourceType}.${violation.sourceVertexName})`,
    };
    return { from: relativeTo(sourceFileName), fault };
}

/** What follows it may be a dump of the engine's state, over many lines. */
function firstSentence(message: string): string {
    return /^[^\n]*?[.!](?=\s|$)/.exec(message)?.[0] ?? message.split('\n')[0] ?? message;
}
