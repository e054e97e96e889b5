/** Everything about exceptions that emitted code, the library and the local org use. */
export { ApexException, type DmlFailure } from './exceptions/apex-exception.ts';
export { exceptionClass, isExceptionTypeName } from './exceptions/built-in.ts';
export { exceptionNames } from './exceptions/exception-names.ts';
export { AssertionError, LimitError, UncatchableError } from './exceptions/uncatchable-error.ts';
export {
    apexFrames,
    printFrames,
    registerScript,
    unregisterScript,
    type ApexFrame,
    type LineResolver,
} from './exceptions/stack-trace.ts';
export { newApexException, throwApex } from './exceptions/throw.ts';
export {
    isUncatchable,
    nullPointerException,
    throwNullPointer,
    translateThrown,
    translateUncaught,
} from './exceptions/translate.ts';
