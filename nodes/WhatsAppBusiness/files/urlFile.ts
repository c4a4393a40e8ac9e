import type { MediaRule } from '../../shared/mediaRules';
import { UploadFile } from './uploadFile';

/** A file on the web that is streamed to WhatsApp. */
export class UrlFile extends UploadFile {
	constructor(
		readonly url: string,
		field: string,
		rules: readonly MediaRule[],
	) {
		super(field, rules, undefined);
	}

	protected get verb(): string {
		return 'leads to';
	}

	toJSON(): string {
		return `<the file at ${this.url}>`;
	}

	describe(fact: string): string {
		return `<${fact} of the file at ${this.url}>`;
	}
}
