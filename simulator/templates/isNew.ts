import type { State } from '../state';
import { templateError } from './errors';

/**
 * Validates that a template can be created under this name in this language.
 *
 * @throws SimulatedGraphError 100
 */
export function checkIsNew(state: State, name: string, language: string): void {
	if (state.templates.some((other) => other.name === name && other.language === language)) {
		throw templateError(
			2388024,
			'Content in this language already exists',
			`There is already ${language} content for this template. You can create a new template and try again.`,
		);
	}
	checkIsNotDeleted(state, name, language);
}

/** @throws SimulatedGraphError 100 if a template of this name and language was deleted recently */
export function checkIsNotDeleted(
	{ templateHistory }: State,
	name: string,
	language: string,
): void {
	if (templateHistory.deleted.some((other) => other.name === name && other.language === language)) {
		throw templateError(
			2388023,
			'Message template language is being deleted',
			`New ${language} content can't be added while the existing ${language} content is being deleted. Try again in 4 weeks or create a new message template.`,
		);
	}
}
