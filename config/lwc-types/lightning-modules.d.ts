// Modules of the lightning namespace that components import as code, as the Component Library documents them.
declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends CustomEvent<unknown> {
        constructor(detail: {
            title: string;
            message?: string;
            messageData?: unknown[];
            variant?: 'info' | 'success' | 'warning' | 'error';
            mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}

declare module 'lightning/navigation' {
    export const CurrentPageReference: unknown;
    /** Adds the methods under its two symbols, which an index signature stands for. */
    export const NavigationMixin: {
        <Base extends new (...parameters: any[]) => object>(
            base: Base,
        ): Base & (new (...parameters: any[]) => { [method: string | symbol]: any });
        readonly Navigate: unique symbol;
        readonly GenerateUrl: unique symbol;
    };
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    export default class LightningModal extends LightningElement {
        static open(options: {
            size?: 'small' | 'medium' | 'large' | 'full';
            [property: string]: unknown;
        }): Promise<any>;
        close(result?: unknown): void;
    }
}

declare module 'lightning/confirm' {
    export default class LightningConfirm {
        static open(options: { message: string; label: string; variant?: 'header' | 'headerless' }): Promise<boolean>;
    }
}

/** Modules of this package: `c/name` is `lwc/name/name.js`, which no setting of the compiler can say. Each is checked by itself. */
declare module 'c/*';
