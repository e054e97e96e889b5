import { ProjectCheck } from '@sw-studio/apex';
import { EMPTY_SCHEMA } from '../support/empty-schema.ts';

/** The compiler's sentences on one class with these members. */
export function errorsInMembers(members: string): readonly string[] {
    return errorsInClass(`public class Tested { ${members} }`);
}

/** The compiler's sentences on a method with these statements. */
export function errorsInStatements(statements: string): readonly string[] {
    return errorsInMembers(`void tested() { ${statements} }`);
}

export function errorsInClass(text: string): readonly string[] {
    const check = new ProjectCheck([], { namespace: '', schema: EMPTY_SCHEMA });
    return check.check([{ file: 'Tested.cls', text }]).map(({ message }) => message);
}
