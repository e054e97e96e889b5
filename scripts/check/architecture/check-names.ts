import type { Fault } from '../gate.ts';
import { FOREIGN_NAMES } from './rules.ts';

export function checkNames(file: string, text: string): Fault[] {
    const rules = FOREIGN_NAMES.filter(({ within }) => within.some((folder) => file.startsWith(folder)));
    if (rules.length === 0) return [];
    return text.split('\n').flatMap((content, index) =>
        rules.flatMap(({ names, reason }) => {
            const name = names.exec(content)?.[0];
            if (name === undefined) return [];
            return [
                {
                    file,
                    line: index + 1,
                    rule: 'foreign-name',
                    message: `"${name}" is a name of the product: ${reason}`,
                },
            ];
        }),
    );
}
