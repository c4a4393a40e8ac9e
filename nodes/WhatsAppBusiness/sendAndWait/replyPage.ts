import { textLimits } from '../../graphApi/textLimits';
import { fieldName } from './formFields';
import type { FormField } from './formFields';
import type { PageTexts, Question } from './question';

/** Name of the buttons of an approval or a choice. */
export const choiceName = 'choice';

/** The submitted values, and the problems by the index of the field. */
export interface Attempt {
	sent: Readonly<Record<string, unknown>>;
	problems: ReadonlyMap<number, string>;
}

/**
 * The reply page of a question: one button for each choice, or a form. Opening it submits nothing, so link previews and
 * crawlers can't reply.
 */
export function questionPage(question: Question, page: PageTexts, attempt?: Attempt): string {
	const content =
		question.choices.length > 0
			? question.choices.map(
					({ title }, index) =>
						`<button name="${choiceName}" value="${index}"${index > 0 ? ' class="other"' : ''}>${escaped(title)}</button>`,
				)
			: [
					...question.fields.map((field, index) => formField(field, index, attempt)),
					`<button>${escaped(page.submit)}</button>`,
				];
	// n8n reads forms in this encoding only.
	return document(
		page.title,
		`<p>${escaped(page.text)}</p><form method="post" enctype="multipart/form-data">${content.join('')}</form>`,
	);
}

/** A page with a short note. */
export function notePage(title: string, text: string): string {
	return document(title, `<p>${escaped(text)}</p>`);
}

function formField(field: FormField, index: number, attempt?: Attempt): string {
	const { label, type, required, options } = field;
	const name = fieldName(index);
	const sent = attempt?.sent[name];
	const value = typeof sent === 'string' ? sent.slice(0, textLimits.formField) : '';
	const problem = attempt?.problems.get(index);
	const attributes = [
		`id="${name}"`,
		`name="${name}"`,
		required ? 'required' : '',
		field.placeholder === undefined ? '' : `placeholder="${escaped(field.placeholder)}"`,
		problem === undefined ? '' : `aria-invalid="true" aria-describedby="${name}-problem"`,
	].join(' ');
	const input = {
		textarea: () => `<textarea rows="4" ${attributes}>${escaped(value)}</textarea>`,
		dropdown: () =>
			`<select ${attributes}><option value=""></option>${options.map((option) => `<option${option === value ? ' selected' : ''}>${escaped(option)}</option>`).join('')}</select>`,
		checkbox: () =>
			`<input type="checkbox" value="yes" ${attributes}${value === '' ? '' : ' checked'}>`,
	};
	const control =
		type in input
			? input[type as keyof typeof input]()
			: `<input type="${type}"${type === 'number' ? ' step="any"' : ''} value="${escaped(value)}" ${attributes}>`;
	const alert =
		problem === undefined
			? ''
			: `<p class="problem" id="${name}-problem" role="alert">${escaped(problem)}</p>`;
	return `<label for="${name}">${escaped(label)}${required ? ' *' : ''}</label>${control}${alert}`;
}

function document(title: string, body: string): string {
	return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body><main><h1>${escaped(title)}</h1>${body}</main></body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 16px; font: 17px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 480px; margin: auto; overflow-wrap: anywhere; }
h1 { font-size: 22px; line-height: 1.25; }
p { white-space: pre-line; }
label { display: block; margin: 16px 0 4px; font-weight: 600; }
input:not([type=checkbox]), select, textarea { box-sizing: border-box; width: 100%; padding: 10px; font: inherit; border: 1px solid GrayText; border-radius: 8px; }
input[type=checkbox] { width: 22px; height: 22px; }
button { display: block; width: 100%; margin-top: 16px; padding: 12px; font: inherit; font-weight: 600; border: 1px solid #0b6b57; border-radius: 8px; background: #0b6b57; color: #fff; cursor: pointer; }
button.other { background: Canvas; color: CanvasText; }
:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
.problem { margin: 4px 0; color: #c0262d; }
@media (prefers-color-scheme: dark) { .problem { color: #ff8f8f; } }
`;

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
