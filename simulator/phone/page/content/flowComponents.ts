import { el } from '../dom.js';
import { toWords } from '../format.js';
import { formatted } from '../formatting.js';
import { submitButton } from '../sheet.js';
import { resolved, resolvedText, type FlowScope } from './flowExpressions.js';

/** A component of a Flow JSON's layout. */
export interface FlowComponent {
	type?: string;
	name?: string;
	label?: unknown;
	text?: unknown;
	required?: unknown;
	visible?: unknown;
	children?: FlowComponent[];
	then?: FlowComponent[];
	else?: FlowComponent[];
	cases?: Record<string, FlowComponent[]>;
	condition?: unknown;
	value?: unknown;
	src?: unknown;
	'alt-text'?: string;
	'input-type'?: string;
	'helper-text'?: unknown;
	'init-value'?: unknown;
	'data-source'?: unknown;
	'list-items'?: unknown;
	'on-click-action'?: {
		name?: string;
		next?: { name?: string };
		payload?: Record<string, unknown>;
	};
}

/** Reads the value of one field. */
export interface Reader {
	name: string;
	read: () => unknown;
}

interface FormContext {
	scope: FlowScope;
	readers: Reader[];
	/** Sets the action to run when the form is submitted. */
	act: (action: NonNullable<FlowComponent['on-click-action']>) => void;
}

interface Choice {
	id?: string;
	title?: string;
	description?: string;
	enabled?: boolean;
}

const inputTypes: Record<string, string> = {
	email: 'email',
	number: 'number',
	password: 'password',
	passcode: 'password',
	phone: 'tel',
};

/** Draws a component in a simple way. Unknown components are skipped. */
export function drawComponent(component: FlowComponent, context: FormContext): HTMLElement[] {
	const { scope } = context;
	if (component.visible !== undefined && resolved(component.visible, scope) === false) return [];
	const text = resolvedText(component.text, scope);
	switch (component.type) {
		case 'TextHeading':
			return [el('h4', {}, text)];
		case 'TextSubheading':
			return [el('h5', {}, text)];
		case 'TextBody':
		case 'RichText':
			return [formatted(text)];
		case 'TextCaption':
			return [el('small', {}, text)];
		case 'EmbeddedLink':
			return [el('span', { class: 'muted' }, text)];
		case 'Image':
			return drawImage(component, scope);
		case 'Form':
			return (component.children ?? []).flatMap((child) => drawComponent(child, context));
		case 'If': {
			const isTrue = !['', 'false', false].includes(resolved(component.condition, scope) as string);
			const branch = isTrue ? component.then : component.else;
			return (branch ?? []).flatMap((child) => drawComponent(child, context));
		}
		case 'Switch': {
			const { cases = {} } = component;
			const branch = cases[resolvedText(component.value, scope)] ?? cases.default ?? [];
			return branch.flatMap((child) => drawComponent(child, context));
		}
		case 'Footer':
			return [drawFooter(component, context)];
		case 'NavigationList':
			return drawNavigation(component, context);
		default:
			return component.name ? drawField(component, component.name, context) : [];
	}
}

function drawFooter(component: FlowComponent, { scope, act }: FormContext): HTMLElement {
	const { 'on-click-action': action } = component;
	const button = submitButton(resolvedText(component.label, scope) || 'Continue');
	button.addEventListener('click', () => {
		if (action) act(action);
	});
	return el('div', { class: 'flow-footer' }, button);
}

function drawNavigation(component: FlowComponent, { scope, act }: FormContext): HTMLElement[] {
	const items = resolved(component['list-items'], scope);
	if (!Array.isArray(items)) return [];
	return (items as Array<FlowComponent & { 'main-content'?: Choice }>).map((item) => {
		const { title = '', description } = item['main-content'] ?? {};
		const action = item['on-click-action'] ?? component['on-click-action'];
		return el(
			'button',
			{ type: 'submit', class: 'row', formnovalidate: true, onclick: () => action && act(action) },
			el('span', {}, el('b', {}, title), description ? el('small', {}, description) : null),
		);
	});
}

function drawImage({ src, 'alt-text': alt = '' }: FlowComponent, scope: FlowScope): HTMLElement[] {
	const base64 = resolvedText(src, scope).replace(/^data:[^,]*,/, '');
	if (!/^[\w+/=\s]+$/.test(base64)) return [];
	const type = base64.startsWith('/9j/') ? 'jpeg' : 'png';
	return [el('img', { class: 'flow-image', alt, src: `data:image/${type};base64,${base64}` })];
}

function drawField(component: FlowComponent, name: string, context: FormContext): HTMLElement[] {
	const { scope, readers } = context;
	const label = resolvedText(component.label, scope) || toWords(name);
	const hint = resolvedText(component['helper-text'], scope);
	const required = resolved(component.required, scope) === true;
	const initial = resolved(component['init-value'], scope);
	const choices = choicesOf(component, scope);
	const wrap = (control: HTMLElement) =>
		el(
			'label',
			{ class: 'field' },
			el('span', {}, label, required ? '' : ' (optional)'),
			control,
			hint ? el('small', {}, hint) : null,
		);
	const text = (control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement) => {
		if (typeof initial === 'string') control.value = initial;
		readers.push({ name, read: () => control.value });
		return [wrap(control)];
	};
	switch (component.type) {
		case 'TextInput':
			return text(
				el('input', { type: inputTypes[component['input-type'] ?? ''] ?? 'text', required }),
			);
		case 'TextArea':
			return text(el('textarea', { rows: 3, required }));
		case 'DatePicker':
		case 'CalendarPicker':
			return text(el('input', { type: 'date', required }));
		case 'Dropdown':
			return text(
				el(
					'select',
					{ required },
					el('option', { value: '' }, 'Choose …'),
					...choices.map(({ id = '', title = '' }) => el('option', { value: id }, title)),
				),
			);
		case 'OptIn': {
			const box = el('input', { type: 'checkbox', required });
			readers.push({ name, read: () => box.checked });
			return [el('label', { class: 'check' }, box, el('span', {}, label))];
		}
		case 'RadioButtonsGroup':
			return drawChoices('radio', { name, label, required, choices, initial }, readers);
		case 'CheckboxGroup':
		case 'ChipsSelector':
			return drawChoices('checkbox', { name, label, required, choices, initial }, readers);
		default:
			return [el('p', { class: 'muted' }, `${toWords(name)}: can only be filled in on a phone.`)];
	}
}

function choicesOf(component: FlowComponent, scope: FlowScope): Choice[] {
	const source = resolved(component['data-source'], scope);
	return Array.isArray(source) ? (source as Choice[]) : [];
}

function drawChoices(
	type: 'radio' | 'checkbox',
	about: { name: string; label: string; required: boolean; choices: Choice[]; initial: unknown },
	readers: Reader[],
): HTMLElement[] {
	const { name, label, required, choices, initial } = about;
	const chosen = Array.isArray(initial) ? (initial as unknown[]) : [initial];
	const inputs = choices.map(({ id = '', enabled = true }) => {
		const input = el('input', {
			type,
			name,
			value: id,
			disabled: !enabled,
			required: required && type === 'radio',
		});
		input.checked = chosen.includes(id);
		return input;
	});
	readers.push({
		name,
		read: () => {
			const ids = inputs.filter(({ checked }) => checked).map(({ value }) => value);
			return type === 'radio' ? (ids[0] ?? '') : ids;
		},
	});
	return [
		el(
			'fieldset',
			{ class: 'rows' },
			el('legend', {}, label, required ? '' : ' (optional)'),
			...choices.map(({ title = '', description }, index) =>
				el(
					'label',
					{ class: 'row' },
					el('span', {}, el('b', {}, title), description ? el('small', {}, description) : null),
					inputs[index],
				),
			),
		),
	];
}
