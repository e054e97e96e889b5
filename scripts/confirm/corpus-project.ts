import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '@sw-studio/local-org';

const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>65.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;

/** Writes the corpus as an SFDX project and returns the names of its classes. */
export function writeCorpusProject(corpus: string, target: string): string[] {
    const classes = join(target, 'force-app', 'main', 'default', 'classes');
    mkdirSync(classes, { recursive: true });
    const project = {
        packageDirectories: [{ path: 'force-app', default: true }],
        namespace: '',
        sourceApiVersion: '65.0',
    };
    writeFileSync(join(target, 'sfdx-project.json'), JSON.stringify(project, null, 4));
    const sources = readProject(corpus, { namespace: '' }).classes;
    for (const { name, body } of sources) {
        writeFileSync(join(classes, `${name}.cls`), body);
        writeFileSync(join(classes, `${name}.cls-meta.xml`), META);
    }
    const objects = join(corpus, 'objects');
    if (existsSync(objects))
        cpSync(objects, join(target, 'force-app', 'main', 'default', 'objects'), { recursive: true });
    return sources.filter(({ body }) => /@istest/i.test(body)).map(({ name }) => name);
}
