import type { Parameters } from '../../../parameters/parameters';
import type { Body } from './body';
import type { Header } from './header';
import { areNamed } from './variables';

export function checkParameterFormats(
	parameters: Parameters,
	header: Header | undefined,
	body: Body,
): void {
	const [inHeader] = header?.variables ?? [];
	if (inHeader === undefined || body.variables.length === 0) return;
	if (areNamed([inHeader]) !== areNamed(body.variables)) {
		throw parameters.error(
			'bodyText',
			'and the header mix numbered and named variables',
			'Use numbers or names for all variables of the template.',
		);
	}
}

/**
 * Checks that a field is set for a marketing template only.
 * @param category Meta's category, if known.
 * @throws InputError for another category.
 */
export function checkMarketing(
	parameters: Parameters,
	field: string,
	category: string | undefined,
): void {
	if (category === undefined || category === 'MARKETING') return;
	throw parameters.error(
		field,
		'is set, but the template is not a marketing template',
		"Set 'Category' to 'Marketing', or remove it.",
	);
}

export function checkOffer(
	parameters: Parameters,
	options: Parameters,
	category: string | undefined,
	header: Header | undefined,
): void {
	checkMarketing(options, 'limitedTimeOffer', category);
	if (parameters.hasValue('footerText')) {
		throw parameters.error(
			'footerText',
			'is set, but the template has a limited-time offer',
			'Remove the footer: a template with a limited-time offer cannot have one.',
		);
	}
	if (header && !['image', 'video'].includes(header.type)) {
		throw parameters.error(
			'header',
			'is not an image or video, but the template has a limited-time offer',
			'Use an image, a video or no header.',
		);
	}
}

export function checkCarousel(
	parameters: Parameters,
	category: string | undefined,
	others: Readonly<Record<string, unknown>>,
): void {
	checkMarketing(parameters, 'cards', category);
	const other = Object.keys(others).find((field) => others[field] !== undefined);
	if (other === undefined) return;
	throw parameters.error(
		other,
		'is set, but the template has carousel cards',
		'Remove it, or add it to the cards: a carousel template has only a body above its cards.',
	);
}
