import type { FaultInput } from '../../graph/faults.js';
import type { PhoneSections } from '../feed.js';
import { control } from './api.js';
import { el, fill, iconButton } from './dom.js';
import { openSheet } from './sheet.js';
import type { Store } from './store.js';
import { attempt, toast } from './toast.js';
import { TrafficGraph } from './trafficGraph.js';

type Settings = PhoneSections['settings'];
type Fault = PhoneSections['faults'][number];

/** Faults apply only to calls that send messages. */
const sending = { method: 'POST', path: '/(messages|marketing_messages)$' } as const;

/** Faults that have a switch. */
const presets: Array<{ id: string; label: string; hint: string; fault: FaultInput }> = [
	{
		id: 'throttling',
		label: 'Throttling',
		hint: 'Error 130429; not sent',
		fault: { kind: 'graphError', code: 130429 },
	},
	{
		id: 'unavailable',
		label: 'Service unavailable',
		hint: 'Error 131016; not sent',
		fault: { kind: 'graphError', code: 131016 },
	},
	{
		id: 'badGateway',
		label: 'Error page 502',
		hint: 'From a proxy; not sent, but the client cannot know',
		fault: { kind: 'httpError', httpStatus: 502 },
	},
	{
		id: 'dropBefore',
		label: 'Connection cut before',
		hint: 'Not sent, but the client cannot know',
		fault: { kind: 'dropBefore' },
	},
	{
		id: 'dropAfter',
		label: 'Connection cut after',
		hint: 'Sent, but the response is lost',
		fault: { kind: 'dropAfter' },
	},
	{
		id: 'slow',
		label: 'Slow responses',
		hint: '5 seconds later',
		fault: { kind: 'slow', delayMs: 5_000 },
	},
];

const rates = [0.01, 0.05, 0.2, 0.5, 1];
const usualRate = 0.05;

/** By then the simulator has sent a change back. It sends changes five times a second. */
const echoMs = 300;

/** The controls on the right: traffic, limits, behaviour and faults. */
export class Panel {
	private readonly graph: TrafficGraph;
	private readonly controls: Array<() => void> = [];
	private settingsMark = '';
	/** Changes made here, sent one after another. */
	private changes = Promise.resolve();
	private pendingChanges = 0;

	constructor(
		private readonly store: Store,
		element: HTMLElement,
		callbacks: { phoneNumberId: () => string; close: () => void },
	) {
		this.graph = new TrafficGraph(store, callbacks.phoneNumberId);
		fill(
			element,
			el(
				'header',
				{ class: 'bar' },
				el('h2', {}, 'Simulator'),
				el('span', { class: 'spacer' }),
				el(
					'span',
					{ class: 'only-narrow' },
					iconButton('close', 'Close', () => callbacks.close()),
				),
			),
			el(
				'div',
				{ class: 'panel-body' },
				section('Messages per second', this.graph.element),
				section('Limits', ...this.limits()),
				section('Behaviour', ...this.behaviour()),
				section('Other hosts', this.hosts()),
				section('Faults', ...this.faults()),
				section('', this.resetButton()),
			),
		);
	}

	/** Shows the current settings and traffic. */
	update(): void {
		this.graph.draw();
		// An event may be older than the change just made here.
		if (this.pendingChanges > 0) return;
		const { settings, faults } = this.store.sections;
		const mark = JSON.stringify([settings, faults]);
		if (mark === this.settingsMark || !settings.statusDelaysMs) return;
		this.settingsMark = mark;
		for (const show of this.controls) show();
	}

	private limits(): HTMLElement[] {
		const select = el('select', {
			id: 'rate-limit',
			onchange: () => {
				const messagesPerSecond = select.value === '' ? null : Number(select.value);
				void this.change({ messagesPerSecond });
			},
		});
		this.controls.push(() => {
			const { messagesPerSecond } = this.store.sections.settings;
			const values = new Set([
				5,
				20,
				80,
				250,
				1000,
				...(messagesPerSecond ? [messagesPerSecond] : []),
			]);
			fill(
				select,
				...[...values]
					.sort((a, b) => a - b)
					.map((value) => el('option', { value }, `${value.toLocaleString()} per second`)),
				el('option', { value: '' }, 'No limit'),
			);
			select.value = messagesPerSecond === null ? '' : String(messagesPerSecond);
		});
		return [
			el(
				'label',
				{ class: 'setting' },
				el('span', {}, 'Rate limit', el('small', {}, 'Above it: error 130429')),
				select,
			),
			this.setting(
				'Pair limit',
				'45 messages at once to one customer, then one every 6 seconds. Above it: error 131056',
				({ pairLimit }) => pairLimit !== null,
				(isOn) => ({ pairLimit: isOn ? { burst: 45, everyMs: 6_000 } : null }),
			),
		];
	}

	private behaviour(): HTMLElement[] {
		const latency = el('input', {
			id: 'latency',
			type: 'range',
			min: 0,
			max: 3_000,
			step: 50,
			value: 0,
		});
		const value = el('output', {});
		latency.addEventListener('input', () => {
			value.textContent = `${latency.value} ms`;
		});
		latency.addEventListener(
			'change',
			() => void this.change({ latencyMs: Number(latency.value) }),
		);
		this.controls.push(() => {
			const { latencyMs } = this.store.sections.settings;
			if (document.activeElement !== latency) latency.value = String(latencyMs);
			value.textContent = `${latencyMs} ms`;
		});
		return [
			el(
				'div',
				{ class: 'setting stacked' },
				el('label', { for: 'latency' }, 'Latency', el('small', {}, 'Delay of every response')),
				value,
				latency,
			),
			this.setting(
				'24-hour window',
				'Outside it, only templates are delivered',
				({ enforceCustomerServiceWindow }) => enforceCustomerServiceWindow,
				(enforceCustomerServiceWindow) => ({ enforceCustomerServiceWindow }),
			),
			this.setting(
				'Everyone reads at once',
				'If off, a message is read when you open its chat',
				({ statusDelaysMs }) => statusDelaysMs.read !== null,
				(isOn) => ({
					statusDelaysMs: {
						...this.store.sections.settings.statusDelaysMs,
						read: isOn ? 800 : null,
					},
				}),
			),
		];
	}

	/** A switch for each host that the simulator can play besides Meta. */
	private hosts(): HTMLElement {
		const list = el('div', {});
		/** With the changes made here that the simulator has not sent back yet. */
		let on = new Set<Settings['hosts'][number]>();
		this.controls.push(() => {
			const { hosts, settings } = this.store.sections;
			on = new Set(settings.hosts);
			if (list.children.length > 0) return;
			const rows = hosts.map(({ name, title, path }) =>
				this.setting(
					title,
					`${location.origin}${path}`,
					(current) => current.hosts.includes(name),
					(isOn) => {
						if (isOn) on.add(name);
						else on.delete(name);
						return { hosts: [...on] };
					},
				),
			);
			fill(list, ...rows);
		});
		return list;
	}

	private faults(): HTMLElement[] {
		const others = el('p', { class: 'muted' });
		const clear = el(
			'button',
			{ type: 'button', onclick: () => void this.enqueue(() => control('DELETE', 'faults')) },
			'Clear all faults',
		);
		this.controls.push(() => {
			const { faults } = this.store.sections;
			const count = faults.filter(
				(fault) => !presets.some((preset) => isPreset(fault, preset)),
			).length;
			others.textContent =
				count > 0
					? `and ${count} ${count === 1 ? 'rule' : 'rules'} from the control interface`
					: '';
			clear.disabled = faults.length === 0;
		});
		return [
			el('p', { class: 'muted' }, 'Apply to this share of the messages.'),
			...presets.map((preset) => this.faultSetting(preset)),
			others,
			clear,
		];
	}

	private faultSetting(preset: (typeof presets)[number]): HTMLElement {
		const { id, label, hint } = preset;
		const struck = el('small', { class: 'struck' });
		const rate = el(
			'select',
			{ 'aria-label': `${label}: share of the messages` },
			...rates.map((value) => el('option', { value }, `${value * 100} %`)),
		);
		rate.value = String(usualRate);
		const find = () => this.store.sections.faults.find((fault) => isPreset(fault, preset));
		const toggle = toggleSwitch(`fault-${id}`, (isOn) =>
			this.setFault(preset, isOn ? Number(rate.value) : undefined),
		);
		rate.addEventListener('change', () => {
			if (find()) void this.setFault(preset, Number(rate.value));
		});
		this.controls.push(() => {
			const fault = find();
			toggle.checked = fault !== undefined;
			if (fault && rates.includes(fault.rate)) rate.value = String(fault.rate);
			struck.textContent = fault ? ` · applied ${fault.struck}×` : '';
		});
		return el(
			'div',
			{ class: 'setting' },
			el('label', { for: `fault-${id}` }, label, el('small', {}, hint, struck)),
			rate,
			toggle,
		);
	}

	/** No call removes a single rule, so all rules are replaced. */
	private setFault(preset: (typeof presets)[number], rate: number | undefined): Promise<void> {
		return this.enqueue(async () => {
			const faults = await control<Fault[]>('GET', 'faults');
			const rules = [
				...faults
					.filter((fault) => !isPreset(fault, preset))
					.map((rule) => ({ ...rule, struck: undefined })),
				...(rate === undefined ? [] : [{ ...sending, ...preset.fault, rate }]),
			];
			await control('DELETE', 'faults');
			if (rules.length > 0) await control('POST', 'faults', rules);
		});
	}

	private setting(
		label: string,
		hint: string,
		isOn: (settings: Settings) => boolean,
		changeTo: (isOn: boolean) => Partial<Settings>,
	): HTMLElement {
		const id = `setting-${label.toLowerCase().replace(/\W+/g, '-')}`;
		const toggle = toggleSwitch(id, (value) => this.change(changeTo(value)));
		this.controls.push(() => {
			toggle.checked = isOn(this.store.sections.settings);
		});
		return el(
			'div',
			{ class: 'setting' },
			el('label', { for: id }, label, el('small', {}, hint)),
			toggle,
		);
	}

	private change(changes: Partial<Settings>): Promise<void> {
		return this.enqueue(() => control('PATCH', 'settings', changes));
	}

	/** Sends changes one after another, then shows the simulator's state, even if a change failed. */
	private enqueue(change: () => Promise<unknown>): Promise<void> {
		this.pendingChanges++;
		this.settingsMark = '';
		this.changes = this.changes.then(async () => {
			await attempt(change);
			setTimeout(() => {
				this.pendingChanges--;
				this.update();
			}, echoMs);
		});
		return this.changes;
	}

	private resetButton(): HTMLElement {
		return el(
			'button',
			{
				type: 'button',
				class: 'danger',
				onclick: () => {
					openSheet('Start over', (sheet) => [
						el(
							'p',
							{},
							'Deletes all messages, media and faults. Webhook subscriptions and settings are kept.',
						),
						el(
							'button',
							{
								type: 'button',
								class: 'danger',
								onclick: () => {
									sheet.close();
									void attempt(async () => {
										await control('POST', 'reset', { keepCallbacks: true });
										toast('All messages were deleted.');
									});
								},
							},
							'Delete everything',
						),
					]);
				},
			},
			'Start over …',
		);
	}
}

/** Whether a rule belongs to this switch, at any rate. */
function isPreset(fault: Fault, { fault: preset }: (typeof presets)[number]): boolean {
	const wanted: Record<string, unknown> = { ...sending, ...preset };
	const isMatch = Object.entries(wanted).every(
		([key, value]) => (fault as Record<string, unknown>)[key] === value,
	);
	return isMatch && fault.recipient === undefined && fault.times === undefined;
}

function toggleSwitch(id: string, onchange: (isOn: boolean) => Promise<void>): HTMLInputElement {
	const toggle: HTMLInputElement = el('input', {
		type: 'checkbox',
		role: 'switch',
		class: 'switch',
		id,
		onchange: () => void onchange(toggle.checked),
	});
	return toggle;
}

function section(title: string, ...children: HTMLElement[]): HTMLElement {
	return el('section', {}, title ? el('h3', {}, title) : null, ...children);
}
