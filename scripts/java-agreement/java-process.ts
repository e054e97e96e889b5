import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const jars = join(root, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib');

/** Java's answers to `questions`, in their order. Agreement.java is compiled as it is launched. */
export async function askJava(java: string, questions: readonly (readonly string[])[]): Promise<string[]> {
    const commonsLang = readdirSync(jars).find((file) => file.startsWith('commons-lang3-'));
    if (commonsLang === undefined) throw new Error(`No commons-lang3 in ${jars}: run npm ci`);
    const source = join(import.meta.dirname, 'Agreement.java');
    const child = spawn(
        java,
        [
            '-Xss16m',
            '-Duser.language=en',
            '-Duser.country=US',
            '-Duser.timezone=GMT',
            '-cp',
            join(jars, commonsLang),
            source,
        ],
        {
            stdio: ['pipe', 'pipe', 'inherit'],
        },
    );
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const exit = new Promise<number | null>((resolve, reject) => {
        child.on('error', reject);
        child.on('close', resolve);
    });
    child.stdin.end(questions.map((fields) => `${fields.map(encode).join('\t')}\n`).join(''));
    const status = await exit;
    if (status !== 0) throw new Error(`${java} ended with status ${status}`);
    const answers = Buffer.concat(chunks).toString('ascii').split('\n').slice(0, -1).map(decode);
    if (answers.length !== questions.length) {
        throw new Error(`Java answered ${answers.length} of ${questions.length} questions`);
    }
    return answers;
}

/** Characters beyond printable ASCII, and the backslash, are written as their four hexadecimal digits. */
export function encode(text: string): string {
    return text.replaceAll(/[^ -[\]-~]/g, (unit) =>
        [...Array(unit.length).keys()].map((at) => `\\${unit.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
    );
}

function decode(text: string): string {
    return text.replaceAll(/\\([0-9a-f]{4})/g, (_match, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
