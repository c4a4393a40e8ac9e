import { el } from './dom.js';
import type { Store } from './store.js';

const seconds = 60;
const height = 130;

const kinds = [
	{ name: 'accepted', label: 'Accepted' },
	{ name: 'throttled', label: 'Throttled' },
	{ name: 'refused', label: 'Rejected' },
] as const;

type Counts = Record<(typeof kinds)[number]['name'], number>;

/** Bar chart of the messages per second in the last minute, with the limit. */
export class TrafficGraph {
	readonly element: HTMLElement;
	private readonly canvas = el('canvas', { role: 'img' });
	private readonly now = el('p', { class: 'traffic-now' });
	private readonly legend = el(
		'ul',
		{ class: 'legend' },
		...kinds.map(({ name, label }) => el('li', { class: name }, el('i'), label)),
		el('li', { class: 'limit' }, el('i'), 'Limit'),
	);

	constructor(
		private readonly store: Store,
		private readonly phoneNumberId: () => string,
	) {
		this.element = el('div', { class: 'traffic' }, this.now, this.canvas, this.legend);
	}

	draw(): void {
		const { messagesPerSecond: limit } = this.store.sections.settings;
		const bars = this.bars();
		// The current second is incomplete and would look like a drop.
		const last = bars.at(-2) ?? { accepted: 0, throttled: 0, refused: 0 };
		const total = bars.reduce((sum, { accepted }) => sum + accepted, 0);
		const text = `${last.accepted} per second now, ${limit ? `limit ${limit}` : 'no limit'}`;
		this.now.replaceChildren(
			el('b', {}, last.accepted.toLocaleString()),
			` of ${limit ? limit.toLocaleString() : '∞'} · `,
			`${total.toLocaleString()} in the last minute`,
		);
		this.canvas.setAttribute('aria-label', `${text}, ${total} in the last minute`);
		this.paint(bars, limit ?? undefined);
	}

	private bars(): Counts[] {
		const end = Math.floor(Date.now() / 1000);
		const number = this.phoneNumberId();
		return Array.from({ length: seconds }, (_, index) => {
			const second = end - seconds + 1 + index;
			const { traffic } = this.store;
			return traffic.get(`${number} ${second}`) ?? { accepted: 0, throttled: 0, refused: 0 };
		});
	}

	private paint(bars: Counts[], limit: number | undefined): void {
		const { canvas } = this;
		const context = canvas.getContext('2d');
		const width = canvas.clientWidth;
		if (!context || width === 0) return;
		const scale = devicePixelRatio;
		if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
		if (canvas.height !== Math.round(height * scale)) canvas.height = Math.round(height * scale);
		context.setTransform(scale, 0, 0, scale, 0, 0);
		context.clearRect(0, 0, width, height);
		const highest = Math.max(
			...bars.map(({ accepted, throttled, refused }) => accepted + throttled + refused),
		);
		// A limit far above the traffic would flatten the bars, so it is omitted.
		const showsLimit = limit !== undefined && (highest === 0 || limit <= highest * 8);
		const top = Math.max(5, highest, showsLimit ? limit : 0) * 1.12;
		const y = (count: number) => height - (count / top) * height;
		const colours = this.colours();
		const step = width / seconds;
		context.fillStyle = colours.grid;
		for (const part of [0.25, 0.5, 0.75]) context.fillRect(0, Math.round(height * part), width, 1);
		bars.forEach((bar, index) => {
			let base = 0;
			for (const { name } of kinds) {
				if (bar[name] === 0) continue;
				context.fillStyle = colours[name];
				const from = y(base + bar[name]);
				context.fillRect(index * step + 0.5, from, Math.max(1, step - 1), y(base) - from);
				base += bar[name];
			}
		});
		if (!showsLimit) return;
		context.strokeStyle = colours.limit;
		context.setLineDash([5, 4]);
		context.lineWidth = 1.5;
		context.beginPath();
		context.moveTo(0, y(limit));
		context.lineTo(width, y(limit));
		context.stroke();
		context.setLineDash([]);
		context.fillStyle = colours.limit;
		context.font = '11px system-ui, sans-serif';
		context.fillText(String(limit), 4, y(limit) - 4);
	}

	/** Bars use the colours of the legend. */
	private colours(): Record<keyof Counts | 'limit' | 'grid', string> {
		const of = (name: string) => {
			const dot = this.legend.querySelector(`.${name} i`);
			return dot ? getComputedStyle(dot).backgroundColor : 'gray';
		};
		return {
			accepted: of('accepted'),
			throttled: of('throttled'),
			refused: of('refused'),
			limit: of('limit'),
			grid: getComputedStyle(this.canvas).borderBottomColor,
		};
	}
}
