import type { DocsPage } from './docsUrl';

/** The user entered an invalid value. Thrown before anything is sent. */
export class InputError extends Error {
	/** The invalid value, if an error may show it: a recipient, never a text or a secret. */
	value?: string;

	/**
	 * @param field the field's name as the editor shows it, with the position of an entry in a list ("Buttons 2 → Title").
	 * @param what what is wrong, continuing a sentence that begins with the field's name, e.g. "is empty".
	 * @param todo what to do next.
	 * @param page of the documentation that explains the field, if it is not the one about errors.
	 */
	constructor(
		readonly field: string,
		what: string,
		readonly todo: string,
		public page?: DocsPage,
	) {
		super(`'${field}' ${what}`);
		this.name = 'InputError';
	}

	/** The same error with the invalid value. */
	with(value: string): this {
		this.value = value;
		return this;
	}
}
