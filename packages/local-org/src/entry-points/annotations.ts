import type { ClassDescriptor } from '@sw-studio/apex/runtime';

type Annotation = ClassDescriptor['annotations'][number];

/** @param lowerName in lower case */
export function annotationOf(annotations: readonly Annotation[], lowerName: string): Annotation | undefined {
    return annotations.find(({ name }) => name.toLowerCase() === lowerName);
}

/** A property of an annotation, its name in any case; undefined where it is not written. */
export function argumentOf(annotation: Annotation | undefined, name: string): string | boolean | undefined {
    const lower = name.toLowerCase();
    return Object.entries(annotation?.arguments ?? {}).find(([each]) => each.toLowerCase() === lower)?.[1];
}
