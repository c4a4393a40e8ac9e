import type { Actions } from './actions.js';
import { openAdForm } from './content/adForm.js';
import { openLateForm } from './content/lateForm.js';
import { openLocationForm } from './content/locationForm.js';
import { el, icon } from './dom.js';
import { field, form, openSheet, submitButton } from './sheet.js';
import { attempt, toast } from './toast.js';

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
				tile('leaf', 'From an ad', () => openAdForm(actions)),
				tile('clock', 'From yesterday', () => openLateForm(actions)),
				tile('phone', 'Call', () => void actions.call()),
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
	const input = el('input', {
		type: 'file',
		accept,
		multiple: true,
		class: 'hidden',
		'aria-label': 'Files',
	});
	input.addEventListener('change', () => {
		sendFiles(actions, [...(input.files ?? [])], kind);
		input.remove();
	});
	input.addEventListener('cancel', () => input.remove());
	document.body.append(input);
	input.click();
}

/** Previews files, asks for a caption and sends each as a message, all at once. */
export function sendFiles(actions: Actions, files: File[], kind?: FileKind): void {
	const [first] = files;
	if (!first) return;
	if (files.some(({ size }) => size > maximumBytes)) {
		toast('A file is larger than 100 MB, the limit of WhatsApp.', 'error');
		return;
	}
	const kinds = files.map((file) => kind ?? kindOf(file));
	const urls = files.map((file) => URL.createObjectURL(file));
	const hasCaption = ['image', 'video', 'document'].includes(kinds[0] ?? '');
	const isAlbum = files.length > 1;
	openSheet(isAlbum ? `Send ${files.length} files` : `Send ${first.name}`, (sheet) => [
		form(
			(values) => {
				const caption = String(values.get('caption') ?? '').trim() || undefined;
				sheet.close();
				void attempt(async () => {
					const contents = await Promise.all(files.map(readBase64));
					const messages = files.map(({ name, type }, index) => ({
						type: kinds[index] ?? 'document',
						base64: contents[index],
						mimeType: type || 'application/octet-stream',
						// As on a phone, the caption of an album is that of its first file.
						...(index === 0 && { caption }),
						...(kinds[index] === 'document' && { filename: name }),
					}));
					await actions.writeAll(messages);
				});
				for (const url of urls) URL.revokeObjectURL(url);
			},
			el(
				'div',
				{ class: isAlbum ? 'album' : '' },
				...files.map((file, index) => filePreview(file, kinds[index], urls[index])),
			),
			hasCaption
				? field('Caption', { name: 'caption' }, isAlbum ? 'Of the first file' : undefined)
				: null,
			submitButton('Send'),
		),
	]);
}

function filePreview({ name }: File, kind?: FileKind, url?: string): HTMLElement {
	if (kind === 'image' || kind === 'sticker') {
		return el('img', { class: 'file-preview', alt: name, src: url });
	}
	if (kind === 'video') return el('video', { class: 'file-preview', controls: true, src: url });
	return el('p', { class: 'file' }, icon(kind === 'audio' ? 'mic' : 'file'), name);
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
