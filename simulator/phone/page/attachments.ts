import type { Actions } from './actions.js';
import { openLocationForm } from './content/locationForm.js';
import { el, icon } from './dom.js';
import { field, form, openSheet, submitButton } from './sheet.js';
import { toast } from './toast.js';

type FileKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** The largest file WhatsApp accepts. */
const maximumBytes = 100 * 1024 * 1024;

/** Shows what can be sent besides text. */
export function openAttachments(actions: Actions): void {
	openSheet('Attach', (sheet) => {
		const tile = (iconName: string, label: string, action: () => void) =>
			el(
				'button',
				{
					type: 'button',
					class: 'tile',
					onclick: () => {
						sheet.close();
						action();
					},
				},
				icon(iconName),
				label,
			);
		return [
			el(
				'div',
				{ class: 'tiles' },
				tile('image', 'Photo or video', () => chooseFile(actions, 'image/*,video/*')),
				tile('file', 'Document', () => chooseFile(actions, '', 'document')),
				tile('mic', 'Audio', () => chooseFile(actions, 'audio/*', 'audio')),
				tile('sticker', 'Sticker', () => chooseFile(actions, 'image/webp', 'sticker')),
				tile('pin', 'Location', () => openLocationForm(actions)),
				tile('person', 'Contact', () => openContactForm(actions)),
				tile('puzzle', 'Unsupported', () => {
					const error = { code: 131051, title: 'Message type unknown' };
					const message = { type: 'unsupported', errors: [error] };
					void actions.write({ type: 'raw', message });
				}),
			),
		];
	});
}

function chooseFile(actions: Actions, accept: string, kind?: FileKind): void {
	const input = el('input', { type: 'file', accept, class: 'hidden', 'aria-label': 'File' });
	input.addEventListener('change', () => {
		const file = input.files?.[0];
		if (file) sendFile(actions, file, kind);
		input.remove();
	});
	input.addEventListener('cancel', () => input.remove());
	document.body.append(input);
	input.click();
}

/** Previews a file, asks for a caption and sends it. */
export function sendFile(actions: Actions, file: File, kind = kindOf(file)): void {
	if (file.size > maximumBytes) {
		toast('This file is larger than 100 MB, the limit of WhatsApp.', 'error');
		return;
	}
	const objectUrl = URL.createObjectURL(file);
	const hasCaption = kind === 'image' || kind === 'video' || kind === 'document';
	openSheet(`Send ${file.name}`, (sheet) => [
		form(
			(values) => {
				const caption = String(values.get('caption') ?? '').trim() || undefined;
				sheet.close();
				void readBase64(file).then((base64) =>
					actions.write({
						type: kind,
						base64,
						mimeType: file.type || 'application/octet-stream',
						caption,
						...(kind === 'document' && { filename: file.name }),
					}),
				);
				URL.revokeObjectURL(objectUrl);
			},
			kind === 'image' || kind === 'sticker'
				? el('img', { class: 'file-preview', alt: file.name, src: objectUrl })
				: kind === 'video'
					? el('video', { class: 'file-preview', controls: true, src: objectUrl })
					: el('p', { class: 'file' }, icon(kind === 'audio' ? 'mic' : 'file'), file.name),
			hasCaption ? field('Caption', { name: 'caption' }) : null,
			submitButton('Send'),
		),
	]);
}

function kindOf({ type }: File): FileKind {
	const [kind] = type.split('/');
	return kind === 'image' || kind === 'video' || kind === 'audio' ? kind : 'document';
}

function readBase64(file: File): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = new FileReader();
		reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
		reader.addEventListener('error', () =>
			reject(reader.error ?? new Error('The file cannot be read')),
		);
		reader.readAsDataURL(file);
	});
}

function openContactForm(actions: Actions): void {
	openSheet('Send contact', (sheet) => [
		form(
			(values) => {
				const text = (name: string) => String(values.get(name) ?? '').trim();
				const [first_name = '', ...last] = text('name').split(' ');
				sheet.close();
				void actions.write({
					type: 'contacts',
					contacts: [
						{
							name: { formatted_name: text('name'), first_name, last_name: last.join(' ') },
							phones: [{ phone: text('phone'), type: 'CELL' }],
							...(text('email') && { emails: [{ email: text('email'), type: 'WORK' }] }),
						},
					],
				});
			},
			field('Name', { name: 'name', required: true, value: 'Greta Garden' }),
			field('Phone number', {
				name: 'phone',
				type: 'tel',
				required: true,
				value: '+49 30 1234567',
			}),
			field('Email', { name: 'email', type: 'email' }),
			submitButton('Send'),
		),
	]);
}
