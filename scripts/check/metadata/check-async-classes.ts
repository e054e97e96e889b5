// AsyncApexJob rows carry nothing but the class: admins filter by the prefixes that are documented to them.
import type { Fault } from '../gate.ts';
import type { PackageModel } from '../package-model/package-model.ts';
import { classHeads } from '../package-model/apex-text.ts';
import type { ApexClassHead } from '../package-model/apex-text.ts';

const PREFIXES = ['SWJob', 'SWLog', 'UpdateToSalesWings'];
const ASYNCHRONOUS = ['queueable', 'batchable'];

export function checkAsyncClasses(model: PackageModel): Fault[] {
    const located = model.apex
        .filter(({ file, isTest }) => file.endsWith('.cls') && !isTest)
        .flatMap(({ file, text }) => classHeads(text).map((head) => ({ file, head })));
    const byName = new Map(located.map(({ head }) => [head.name.toLowerCase(), head]));
    return located
        .filter(({ head }) => isAsynchronous(head, byName) && !head.isAbstract)
        .filter(({ head }) => !PREFIXES.some((prefix) => head.name.startsWith(prefix)))
        .map(({ file, head }) => ({
            file,
            line: head.line,
            rule: 'async-class-prefix',
            message: `${head.name} runs asynchronously, so its name starts with ${PREFIXES.join(', ')}`,
        }));
}

/** By itself or by a class that it extends; a class that extends itself through others does not compile, and ends the search here. */
function isAsynchronous(head: ApexClassHead, byName: ReadonlyMap<string, ApexClassHead>): boolean {
    const seen = new Set<ApexClassHead>();
    let at: ApexClassHead | undefined = head;
    while (at !== undefined && !seen.has(at)) {
        seen.add(at);
        if (at.interfaces.some((name) => ASYNCHRONOUS.includes(name))) return true;
        at = byName.get(at.superclass?.toLowerCase() ?? '');
    }
    return false;
}
