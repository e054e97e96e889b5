import { fit, pad, widthOf } from './text.ts';
import type { Style } from './style.ts';

export interface Column<Row> {
    title: string;
    value: (row: Row) => string;
    align?: 'left' | 'right';
    /** Columns it may shrink to; absent: it is always shown whole. */
    least?: number;
    paint?: (text: string, row: Row) => string;
}

const GAP = 2;

/** A table no wider than the terminal: the widest of the columns that may shrink gives way first. */
export function renderTable<Row>(
    rows: readonly Row[],
    columns: readonly Column<Row>[],
    { width, style }: { width: number; style: Style },
): string[] {
    const cells = rows.map((row) => columns.map(({ value }) => value(row).replaceAll(/\s*\n\s*/g, ' ')));
    const widths = fitColumns(columns, cells, width);
    const line = (texts: readonly string[], paint: (text: string, index: number) => string): string =>
        texts
            .map((text, index) => {
                const { align = 'left' } = columns[index]!;
                const shown = fit(text, widths[index]!);
                const isLast = index === columns.length - 1;
                return paint(isLast && align === 'left' ? shown : pad(shown, widths[index]!, align), index);
            })
            .join(' '.repeat(GAP))
            .trimEnd();
    return [
        line(
            columns.map(({ title }) => title),
            (text) => style.faint(text),
        ),
        ...rows.map((row, at) => line(cells[at]!, (text, index) => columns[index]!.paint?.(text, row) ?? text)),
    ];
}

function fitColumns<Row>(columns: readonly Column<Row>[], cells: readonly string[][], width: number): number[] {
    const widths = columns.map(({ title }, index) =>
        Math.max(widthOf(title), ...cells.map((row) => widthOf(row[index]!))),
    );
    const total = (): number => widths.reduce((sum, each) => sum + each, GAP * (columns.length - 1));
    while (total() > width) {
        const shrinkable = columns
            .map(({ least }, index) => ({ index, room: least === undefined ? 0 : widths[index]! - least }))
            .filter(({ room }) => room > 0)
            .sort((left, right) => widths[right.index]! - widths[left.index]!);
        const [widest] = shrinkable;
        if (widest === undefined) break;
        widths[widest.index]! -= Math.min(widest.room, total() - width, Math.max(1, shrinkStep(widths, shrinkable)));
    }
    return widths;
}

/** How much the widest may give before another one is as wide. */
function shrinkStep(widths: readonly number[], [widest, next]: readonly { index: number }[]): number {
    return next === undefined ? Number.POSITIVE_INFINITY : widths[widest!.index]! - widths[next.index]!;
}
