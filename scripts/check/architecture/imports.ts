import ts from 'typescript';

export interface Import {
    specifier: string;
    line: number;
}

/** Everything a module imports, re-exports, requires or loads later, `import type` included. */
export function importsOf(text: string): Import[] {
    const { importedFiles } = ts.preProcessFile(text, true, true);
    let line = 1;
    let counted = 0;
    return importedFiles
        .toSorted((a, b) => a.pos - b.pos)
        .map(({ fileName, pos }) => {
            for (; counted < pos; counted++) if (text[counted] === '\n') line++;
            return { specifier: fileName, line };
        });
}
