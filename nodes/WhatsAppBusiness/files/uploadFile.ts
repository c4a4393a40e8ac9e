import { InputError } from '../../shared/inputError';
import { sizeText } from '../../shared/fileSize';
import {
	declaredMimeType,
	detectMimeType,
	extensionOf,
	isAnimatedWebp,
	isVague,
	isWebm,
	typeByContent,
} from '../../shared/fileTypes';
import { mediaRules } from '../../shared/mediaRules';
import type { MediaRule } from '../../shared/mediaRules';
import { alternativeTo } from '../../shared/otherFileTypes';
import type { NotRepackaged } from './webmToOgg';

const ogg = 'audio/ogg';

/** Type and size limit of a file. */
export interface InspectedFile {
	mimeType: string;
	/** The maximum number of bytes. */
	maxBytes: number;
	/** Whether the file is a WebM file that becomes one of this type. */
	isRepackaged: boolean;
}

/** A file that a field names, and the rules of WhatsApp for it. */
export abstract class UploadFile {
	/** As declared by the source. Undefined if only the content shows it. */
	readonly mimeType: string | undefined;

	/**
	 * @param field the field that named the file, as the editor shows it.
	 * @param rules the kinds of media it may be.
	 * @throws InputError when the file is of another type.
	 */
	constructor(
		readonly field: string,
		private readonly rules: readonly MediaRule[],
		declaredType: string | undefined,
	) {
		const declared = declaredMimeType(declaredType);
		if (declared === undefined || this.becomesOgg(declared)) return;
		// A label that nobody knows says nothing, and some labels say little.
		const saysNothing =
			!isKnownType(declared) || isVague(declared, (mimeType) => this.accepts(mimeType));
		if (saysNothing && !this.accepts(declared)) return;
		this.ruleFor(declared);
		this.mimeType = declared;
	}

	/** The verb between the field and the file in errors, e.g. "contains". */
	protected abstract get verb(): string;

	/** Bytes, if known before the file is read. */
	get size(): number | undefined {
		return undefined;
	}

	/** Printed instead of the file before it is read. */
	abstract toJSON(): string;

	/** Printed instead of a fact about it, e.g. its size. */
	abstract describe(fact: string): string;

	/**
	 * The type and size limit of the file.
	 * @param head its first bytes, which count more than what its source declares.
	 * @param source what the source declares when the file is open.
	 * @throws InputError when WhatsApp does not accept the type.
	 */
	inspect(head?: Buffer, source: { mimeType?: string; fileName?: string } = {}): InspectedFile {
		const declared = this.mimeType ?? declaredMimeType(source.mimeType);
		const detected = head && detectMimeType(head, source.fileName);
		const accepts = (type: string) => this.accepts(type);
		const found = typeByContent(declared, detected, accepts) ?? 'unknown';
		const isRepackaged = this.becomesOgg(found);
		const mimeType = isRepackaged ? ogg : found;
		const { maxBytes, maxStaticBytes } = this.ruleFor(mimeType, source.fileName);
		const isStatic = maxStaticBytes !== undefined && head !== undefined && !isAnimatedWebp(head);
		return { mimeType, maxBytes: isStatic ? maxStaticBytes : maxBytes, isRepackaged };
	}

	/** @throws InputError when the file is empty or too large for WhatsApp. */
	checkSize(bytes: number, inspected?: InspectedFile): void {
		if (bytes === 0) {
			throw this.error('an empty file', 'Check where the file comes from.');
		}
		const known = inspected ?? this.inspect();
		if (bytes > known.maxBytes) throw this.tooLarge(`a file of ${sizeText(bytes)}`, known);
	}

	/** The error for a file whose size is known only after reading it. */
	tooLargeWhileReading(inspected: InspectedFile): InputError {
		return this.tooLarge(`a file of more than ${sizeText(inspected.maxBytes)}`, inspected);
	}

	/** The error for a WebM file that cannot become an OGG file. */
	notRepackaged(what: NotRepackaged): InputError {
		const todo = alternativeTo(what === 'a video' ? 'video/webm' : 'audio/webm');
		return this.error(`a WebM file with ${what}`, todo ?? 'Convert the file first.');
	}

	private becomesOgg(mimeType: string): boolean {
		return isWebm(mimeType) && this.accepts(ogg);
	}

	private accepts(mimeType: string): boolean {
		return this.rules.some(({ mimeTypes }) => mimeTypes.includes(mimeType));
	}

	private tooLarge(what: string, { mimeType, maxBytes }: InspectedFile): InputError {
		const rule = this.ruleFor(mimeType);
		const kind = maxBytes === rule.maxStaticBytes ? `${rule.what} that does not move` : rule.what;
		return this.error(
			what,
			`WhatsApp takes at most ${sizeText(maxBytes)} for ${kind}. Make the file smaller.`,
		);
	}

	private ruleFor(mimeType: string, fileName?: string): MediaRule {
		const rule = this.rules.find(({ mimeTypes }) => mimeTypes.includes(mimeType));
		if (rule) return rule;
		throw this.error(
			`a file of the type ${mimeType}`,
			[
				alternativeTo(mimeType, fileName),
				kindFor(mimeType, this.rules),
				`WhatsApp takes these files ${this.purpose}: ${extensionsOf(this.rules)}.`,
			]
				.filter((sentence) => sentence !== undefined)
				.join(' '),
		);
	}

	private get purpose(): string {
		const [only] = this.rules;
		return this.rules.length === 1 && only ? `for ${only.what}` : 'here';
	}

	private error(what: string, todo: string): InputError {
		return new InputError(this.field, `${this.verb} ${what}`, todo);
	}
}

function isKnownType(mimeType: string): boolean {
	return extensionOf(mimeType) !== undefined || alternativeTo(mimeType) !== undefined;
}

// The kind of message that the file could be instead.
function kindFor(mimeType: string, rules: readonly MediaRule[]): string | undefined {
	const { image, video, audio, document, sticker } = mediaRules;
	const messages: readonly MediaRule[] = [image, video, audio, document, sticker];
	if (!rules.some((rule) => messages.includes(rule))) return undefined;
	const kind = messages.find(({ mimeTypes }) => mimeTypes.includes(mimeType));
	return kind && `WhatsApp takes it as ${kind.what}: send it as one, or convert it first.`;
}

function extensionsOf(rules: readonly MediaRule[]): string {
	const mimeTypes = new Set(rules.flatMap((rule) => rule.mimeTypes));
	return [...mimeTypes]
		.map((mimeType) => {
			const extension = extensionOf(mimeType);
			return extension === undefined ? mimeType : `.${extension}`;
		})
		.join(', ');
}
