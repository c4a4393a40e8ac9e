import { InputError } from '../../shared/inputError';
import { sizeText } from '../../shared/fileSize';
import { declaredMimeType, detectMimeType, isAnimatedWebp } from '../../shared/fileTypes';
import type { MediaRule } from '../../shared/mediaRules';

/** What the first bytes of a file tell. */
export interface InspectedFile {
	mimeType: string;
	/** The most bytes it may have. */
	maxBytes: number;
}

/** A file a field names, and what WhatsApp takes there. */
export abstract class UploadFile {
	/** As the source gives it; undefined when only the content tells. */
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
		this.mimeType = declaredMimeType(declaredType);
		if (this.mimeType !== undefined) this.ruleFor(this.mimeType);
	}

	/** What an error says the field does with the file, e.g. "holds". */
	protected abstract get verb(): string;

	/** Bytes, where they are known before the file is read. */
	get size(): number | undefined {
		return undefined;
	}

	/** What is printed in its place before it is read. */
	abstract toJSON(): string;

	/** What is printed in place of something about it, e.g. its size. */
	abstract describe(fact: string): string;

	/** Whether type and size limit can be known only with the first bytes. */
	get needsHead(): boolean {
		return this.mimeType === undefined || this.ruleFor(this.mimeType).maxStaticBytes !== undefined;
	}

	/**
	 * The type of the file and the most bytes it may have.
	 * @param head its first bytes; not needed when `needsHead` is false.
	 * @param source what the source says of the file once it is open.
	 * @throws InputError when the type is not taken.
	 */
	inspect(head?: Buffer, source: { mimeType?: string; fileName?: string } = {}): InspectedFile {
		const mimeType =
			this.mimeType ??
			declaredMimeType(source.mimeType) ??
			(head && detectMimeType(head, source.fileName)) ??
			'unknown';
		const { maxBytes, maxStaticBytes } = this.ruleFor(mimeType);
		const isStatic = maxStaticBytes !== undefined && head !== undefined && !isAnimatedWebp(head);
		return { mimeType, maxBytes: isStatic ? maxStaticBytes : maxBytes };
	}

	/** @throws InputError when the file has more bytes than WhatsApp takes, or none. */
	checkSize(bytes: number, inspected?: InspectedFile): void {
		if (bytes === 0) {
			throw this.error('an empty file', 'Check where the file comes from.');
		}
		const known = inspected ?? this.inspect();
		if (bytes > known.maxBytes) throw this.tooLarge(`a file of ${sizeText(bytes)}`, known);
	}

	/** The error for a file whose size shows only while it is read. */
	tooLargeWhileReading(inspected: InspectedFile): InputError {
		return this.tooLarge(`a file of more than ${sizeText(inspected.maxBytes)}`, inspected);
	}

	private tooLarge(what: string, { mimeType, maxBytes }: InspectedFile): InputError {
		const rule = this.ruleFor(mimeType);
		const kind = maxBytes === rule.maxStaticBytes ? `${rule.what} that does not move` : rule.what;
		return this.error(
			what,
			`WhatsApp takes at most ${sizeText(maxBytes)} for ${kind}. Make the file smaller.`,
		);
	}

	private ruleFor(mimeType: string): MediaRule {
		const rule = this.rules.find(({ mimeTypes }) => mimeTypes.includes(mimeType));
		if (rule) return rule;
		const [only] = this.rules;
		const what = this.rules.length === 1 && only ? only.what : 'this';
		const taken = [...new Set(this.rules.flatMap(({ mimeTypes }) => mimeTypes))];
		throw this.error(
			`a file of the type ${mimeType}`,
			`WhatsApp takes these types for ${what}: ${taken.join(', ')}. Convert the file first.`,
		);
	}

	private error(what: string, todo: string): InputError {
		return new InputError(this.field, `${this.verb} ${what}`, todo);
	}
}
