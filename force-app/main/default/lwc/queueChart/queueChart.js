import { LightningElement, api } from 'lwc';
import at from '@salesforce/label/c.Chart_At';
import backlog from '@salesforce/label/c.Chart_Backlog';
import lag from '@salesforce/label/c.Chart_Lag';
import nothing from '@salesforce/label/c.Chart_Nothing';
import title from '@salesforce/label/c.Chart_Title';
import { durationText } from 'c/relativeTime';

const WIDTH = 600;
const HEIGHT = 120;

/** The backlog of the queue over the last day as a line, and the same numbers as a table for who cannot see it. */
export default class QueueChart extends LightningElement {
    /** @type {{at: string, backlog: number, oldestAgeSeconds: number}[]} Oldest first. */
    @api points = [];

    label = { at, backlog, lag, nothing, title };
    viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

    get isEmpty() {
        return this.points.length === 0;
    }

    get highest() {
        return Math.max(1, ...this.points.map((point) => point.backlog));
    }

    get line() {
        return this.points.map((point) => `${this.x(point)},${this.y(point)}`).join(' ');
    }

    get rows() {
        return this.points.map((point) => ({
            ...point,
            age: durationText(point.oldestAgeSeconds),
            x: this.x(point),
            y: this.y(point),
        }));
    }

    x({ at: time }) {
        const [first, last] = [this.points[0], this.points[this.points.length - 1]].map((point) =>
            Date.parse(point.at),
        );
        return last === first ? WIDTH / 2 : Math.round(((Date.parse(time) - first) / (last - first)) * WIDTH);
    }

    y({ backlog: waiting }) {
        return Math.round(HEIGHT - (waiting / this.highest) * HEIGHT);
    }
}
