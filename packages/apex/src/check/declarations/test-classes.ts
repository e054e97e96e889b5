import type { Annotation } from '../../syntax/ast.ts';
import { propertyOf } from './annotation-properties.ts';
import { type DeclarationScope, findAnnotation } from './element.ts';

/** What test methods and set-up methods look like, and which data they may see (Apex Developer Guide, "IsTest Annotation"). */
export function checkTestClass(scope: DeclarationScope): void {
    const { symbol } = scope;
    const methods = [...symbol.methods.values()].flat();
    for (const { annotations, declaration, isTest, parameterTypes, returnType } of methods) {
        if (declaration === null) continue;
        const isSetup = findAnnotation(annotations, 'testsetup') !== undefined;
        if (isSetup && returnType.kind !== 'void') scope.error(declaration.name, 'Test setup method must return void');
        if ((isSetup || isTest) && parameterTypes.length > 0)
            scope.error(declaration.name, 'Test methods must have no arguments');
    }
    const onClass = findAnnotation(symbol.annotations, 'istest');
    if (onClass === undefined) return;
    const setup = methods.find(({ annotations }) => findAnnotation(annotations, 'testsetup') !== undefined);
    const seesAllData = methods.find(({ annotations }) => seesAll(findAnnotation(annotations, 'istest')));
    const isParallel = propertyOf(onClass, 'isParallel') === true;
    if (isParallel && seesAll(onClass)) {
        scope.error(
            onClass,
            'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
        );
    }
    if (isParallel && seesAllData?.declaration) {
        scope.error(
            seesAllData.declaration.name,
            'Test class annotated with @isTest(IsParallel=true) cannot have any methods annotated with ' +
                '@isTest(SeeAllData=true)',
        );
    }
    if (setup?.declaration && seesAll(onClass)) {
        scope.error(setup.declaration.name, 'Test class cannot be annotated with @isTest(SeeAllData=true)');
    }
    if (setup?.declaration && seesAllData !== undefined) {
        scope.error(
            setup.declaration.name,
            'Test class containing a test setup method cannot have any methods annotated with @isTest(SeeAllData=true)',
        );
    }
}

function seesAll(annotation: Annotation | undefined): boolean {
    return annotation !== undefined && propertyOf(annotation, 'SeeAllData') === true;
}
