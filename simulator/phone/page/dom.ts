/** A child of an element. Empty values are skipped. Text is never parsed as HTML. */
export type Child = Node | string | number | false | null | undefined;

type Attributes = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/**
 * Creates an element. Functions become listeners (`onclick`), `true` sets an attribute without a value,
 * `false` and `undefined` skip it.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: Child[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') {
			element.addEventListener(name.slice(2), value as EventListener);
		} else if (value === true) {
			element.setAttribute(name, '');
		} else if (value !== undefined && value !== false) {
			element.setAttribute(name, String(value));
		}
	}
	element.append(...present(children));
	return element;
}

/** Creates an SVG element. */
export function svg(
	tag: string,
	attributes: Record<string, string | number> = {},
	...children: SVGElement[]
): SVGElement {
	const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
	for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
	element.append(...children);
	return element;
}

/** A decorative icon from `icons.svg`. */
export function icon(name: string): SVGElement {
	const use = svg('use', { href: `icons.svg#${name}` });
	return svg('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, use);
}

/** A button with an icon and an accessible label. */
export function iconButton(name: string, label: string, onclick: () => void): HTMLButtonElement {
	return el(
		'button',
		{ type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick },
		icon(name),
	);
}

/** Replaces all children of the element. */
export function fill(element: Element, ...children: Child[]): void {
	element.replaceChildren(...present(children));
}

function present(children: Child[]): Array<Node | string> {
	return children.flatMap((child) =>
		child === false || child === null || child === undefined || child === ''
			? []
			: [typeof child === 'number' ? String(child) : child],
	);
}

/**
 * Syncs the children of an element with a list. Changes only what differs, to keep focus and scroll
 * position. An item is redrawn when its `mark` changes.
 */
export class KeyedList<Item> {
	private drawn = new Map<string, { node: HTMLElement; mark: string }>();

	constructor(
		private readonly container: HTMLElement,
		private readonly options: {
			key: (item: Item) => string;
			mark: (item: Item) => string;
			draw: (item: Item) => HTMLElement;
		},
	) {}

	show(items: readonly Item[]): void {
		const { key, mark, draw } = this.options;
		const before = this.drawn;
		const focused = document.activeElement;
		this.drawn = new Map();
		let previous: Element | null = null;
		for (const item of items) {
			const itemKey = key(item);
			const itemMark = mark(item);
			const known = before.get(itemKey);
			before.delete(itemKey);
			const isCurrent = known?.mark === itemMark;
			const node = isCurrent ? known.node : draw(item);
			if (known && !isCurrent) {
				const hadFocus = known.node.contains(document.activeElement);
				known.node.replaceWith(node);
				if (hadFocus) focusIn(node);
			}
			const wanted: Element | null = previous
				? previous.nextElementSibling
				: this.container.firstElementChild;
			if (wanted !== node) this.container.insertBefore(node, wanted);
			this.drawn.set(itemKey, { node, mark: itemMark });
			previous = node;
		}
		for (const { node } of before.values()) node.remove();
		// A moved element loses the focus.
		if (focused instanceof HTMLElement && focused.isConnected) {
			if (document.activeElement === document.body) focused.focus({ preventScroll: true });
		}
	}

	/** The element of a displayed item. */
	nodeOf(key: string): HTMLElement | undefined {
		return this.drawn.get(key)?.node;
	}
}

function focusIn(node: HTMLElement): void {
	const target = node.querySelector<HTMLElement>('[tabindex], button') ?? node;
	target.focus({ preventScroll: true });
}

/** The URL if its scheme is http or https, otherwise undefined. */
export function webUrl(text: string | undefined): string | undefined {
	if (!text || !URL.canParse(text)) return undefined;
	const { protocol, href } = new URL(text);
	return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** @throws Error if the page has no such element */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no element ${id}`);
	return element;
}

/** Announces a text to screen readers. */
export function announce(text: string): void {
	byId('announcer').textContent = text;
}
