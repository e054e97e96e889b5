/** HTTP headers: names without case, the first spelling kept. */
export class Headers {
    private readonly entries = new Map<string, { readonly name: string; readonly value: string }>();

    get(name: string): string | null {
        return this.entries.get(name.toLowerCase())?.value ?? null;
    }

    set(name: string, value: string): void {
        const key = name.toLowerCase();
        this.entries.set(key, { name: this.entries.get(key)?.name ?? name, value });
    }

    names(): string[] {
        return [...this.entries.values()].map((entry) => entry.name);
    }

    all(): readonly { readonly name: string; readonly value: string }[] {
        return [...this.entries.values()];
    }
}
