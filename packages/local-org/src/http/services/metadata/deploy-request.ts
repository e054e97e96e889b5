import { Busboy } from '@fastify/busboy';
import { Readable } from 'node:stream';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { XmlElement } from '../../../metadata/model.ts';
import { element, flag, text, texts } from '../../../metadata/xml.ts';
import type { ApiRequest } from '../../routing/api-request.ts';
import type { DeployOptions, TestLevel } from './deployment.ts';

/** Options of the SOAP call. */
export function soapDeployOptions(parameters: XmlElement): DeployOptions {
    const options = element(parameters, 'DeployOptions') ?? {};
    const runTests = texts(options, 'runTests');
    return {
        checkOnly: flag(options, 'checkOnly'),
        rollbackOnError: flag(options, 'rollbackOnError', true),
        testLevel: levelOf(text(options, 'testLevel'), runTests),
        runTests,
    };
}

/** The parts of a REST deployment: the zip, and the options as JSON. */
export async function readMultipart(request: ApiRequest): Promise<{ zip: Uint8Array; options: DeployOptions }> {
    const { http } = request;
    const parts = new Map<string, Buffer[]>();
    const parser = new Busboy({ headers: { 'content-type': http.headers['content-type'] ?? '' } });
    parser.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        parts.set(name, chunks);
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    });
    parser.on('field', (name, value: string) => parts.set(name, [Buffer.from(value)]));
    const body =
        http.bodyFile === null ? Readable.from([Buffer.from(http.body ?? [])]) : createReadStream(http.bodyFile);
    await pipeline(body, parser);
    const content = Buffer.concat(parts.get('entity_content') ?? parts.get('json') ?? []).toString('utf8');
    const { deployOptions = {} } = JSON.parse(content === '' ? '{}' : content) as {
        deployOptions?: Partial<DeployOptions>;
    };
    const { checkOnly = false, rollbackOnError = true, runTests = [], testLevel } = deployOptions;
    return {
        zip: Buffer.concat(parts.get('file') ?? []),
        options: { checkOnly, rollbackOnError, runTests, testLevel: levelOf(testLevel ?? null, runTests) },
    };
}

/** Without a level, tests that are named run and no others, as in a sandbox. */
function levelOf(level: string | null, runTests: readonly string[]): TestLevel {
    return (level as TestLevel | null) ?? (runTests.length > 0 ? 'RunSpecifiedTests' : 'NoTestRun');
}
