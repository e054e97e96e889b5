// What a component imports from the framework, for `tsc --checkJs`. Decorators are the legacy kind, as the LWC compiler has them.
declare module 'lwc' {
    export class LightningElement extends HTMLElement {
        readonly template: ShadowRoot;
        readonly refs: Record<string, HTMLElement | undefined>;
        readonly hostElement: HTMLElement;
        connectedCallback(): void;
        disconnectedCallback(): void;
        renderedCallback(): void;
        errorCallback(error: Error, stack: string): void;
        render(): unknown;
    }

    export function api(target: object, key: string, descriptor?: PropertyDescriptor): any;
    export function track(target: object, key: string): any;
    export function wire(
        adapter: unknown,
        config?: Record<string, unknown>,
    ): (target: object, key: string, descriptor?: PropertyDescriptor) => any;
}

declare module '*.html' {
    const template: unknown;
    export default template;
}
