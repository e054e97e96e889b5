// What a component imports from the framework, for `tsc --checkJs`. Decorators are the legacy kind, as the LWC compiler has them.
declare module 'lwc' {
    /** The part of HTMLElement that a component has (LWC Developer Guide, "LightningElement"). */
    export class LightningElement {
        readonly classList: DOMTokenList;
        readonly isConnected: boolean;
        addEventListener(type: string, listener: (event: any) => void): void;
        removeEventListener(type: string, listener: (event: any) => void): void;
        dispatchEvent(event: Event): boolean;
        getAttribute(name: string): string | null;
        setAttribute(name: string, value: string): void;
        querySelector(selectors: string): Element | null;
        querySelectorAll(selectors: string): NodeListOf<Element>;
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
