import { el, fill, type Child } from '../dom.js';
import { toWords } from '../format.js';
import { field, form, openSheet, submitButton } from '../sheet.js';
import type { Drawing } from './drawing.js';
import { drawComponent, type FlowComponent, type Reader } from './flowComponents.js';
import { resolved, type FlowScope } from './flowExpressions.js';

interface FlowScreen {
	id: string;
	title?: string;
	data?: Record<string, { __example__?: unknown }>;
	layout?: { children?: FlowComponent[] };
}

interface FlowAction {
	name?: string;
	next?: { name?: string };
	payload?: Record<string, unknown>;
}

/** How the business opens a Flow. */
export interface FlowStart {
	title: string;
	token?: string;
	screen?: string;
	data?: Record<string, unknown>;
}

/**
 * Opens a Flow as a form, screen by screen, and sends the response. The screens come from its Flow JSON.
 * Without one, the form asks for names and values. No endpoint is called: a data exchange continues with the
 * next screen.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson
 */
export function openFlow(
	{ actions, message }: Drawing,
	flow: { name: string; json?: string } | undefined,
	start: FlowStart,
): void {
	const screens = screensOf(flow?.json);
	openSheet(start.title, (sheet) => {
		const send = (values: Record<string, unknown>) => {
			const response = { ...(start.token && { flow_token: start.token }), ...values };
			sheet.close();
			void actions.write({ type: 'flow', messageId: message.id, response });
		};
		if (screens.length === 0) return freeForm(send);
		return [new FlowForm(screens, send).open(start.screen, start.data)];
	});
}

function screensOf(json: string | undefined): FlowScreen[] {
	try {
		return (JSON.parse(json ?? '{}') as { screens?: FlowScreen[] }).screens ?? [];
	} catch {
		return [];
	}
}

class FlowForm {
	private readonly element = el('div', { class: 'flow' });
	private readonly scope: FlowScope = { data: {}, form: {}, screen: {} };
	private readonly all: Record<string, unknown> = {};

	constructor(
		private readonly screens: FlowScreen[],
		private readonly send: (values: Record<string, unknown>) => void,
	) {}

	open(screenId: string | undefined, data: Record<string, unknown> = {}): HTMLElement {
		const screen = this.screens.find(({ id }) => id === screenId) ?? this.screens[0];
		if (screen) this.show(screen, data);
		return this.element;
	}

	private show(screen: FlowScreen, data: Record<string, unknown>): void {
		const examples = Object.entries(screen.data ?? {}).map(([name, { __example__ }]) => [
			name,
			__example__,
		]);
		this.scope.data = { ...(Object.fromEntries(examples) as Record<string, unknown>), ...data };
		const readers: Reader[] = [];
		let action: FlowAction | undefined;
		const context = {
			scope: this.scope,
			readers,
			act: (next: FlowAction) => {
				action = next;
			},
		};
		const children = (screen.layout?.children ?? []).flatMap((component) =>
			drawComponent(component, context),
		);
		const hasFooter = children.some((child) => child.querySelector('[type=submit]') !== null);
		fill(
			this.element,
			screen.title ? el('h3', { tabindex: -1 }, screen.title) : null,
			form(
				() => {
					const values = Object.fromEntries(readers.map(({ name, read }) => [name, read()]));
					this.go(screen, values, action ?? { name: 'complete' });
				},
				...children,
				hasFooter ? null : submitButton('Continue'),
			),
		);
		this.element.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
	}

	private go(screen: FlowScreen, values: Record<string, unknown>, action: FlowAction): void {
		this.scope.form = values;
		this.scope.screen[screen.id] = { form: values, data: this.scope.data };
		Object.assign(this.all, values);
		const payload = resolved(action.payload ?? {}, this.scope) as Record<string, unknown>;
		const following = this.screens[this.screens.indexOf(screen) + 1];
		const next =
			action.name === 'navigate'
				? this.screens.find(({ id }) => id === action.next?.name)
				: action.name === 'data_exchange'
					? following
					: undefined;
		if (next) this.show(next, payload);
		// The endpoint would respond to an exchange that ends the Flow. Sending all values comes closest.
		else this.send(action.name === 'complete' ? payload : { ...this.all, ...payload });
	}
}

const freeRows = 4;

function freeForm(send: (values: Record<string, unknown>) => void): Child[] {
	const rows = Array.from({ length: freeRows }, (_, index) => index + 1);
	return [
		el(
			'p',
			{ class: 'muted' },
			'The simulator has no screens of this Flow. Enter the values it would return.',
		),
		form(
			(values) => {
				const pairs = rows.map((row) => [
					String(values.get(`name${row}`) ?? '').trim(),
					String(values.get(`value${row}`) ?? ''),
				]);
				send(Object.fromEntries(pairs.filter(([name]) => name !== '')) as Record<string, unknown>);
			},
			...rows.map((row) =>
				el(
					'div',
					{ class: 'side-by-side' },
					field(toWords(`name ${row}`), { name: `name${row}` }),
					field(toWords(`value ${row}`), { name: `value${row}` }),
				),
			),
			submitButton('Send'),
		),
	];
}
