import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { namedOptions } from '../../fields/options';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages */
const optimizations = {
	add_text_overlay: 'Add Text Overlay',
	auto_promotion_tag: 'Auto Promotion Tag',
	image_animation: 'Image Animation',
	image_background_gen: 'Image Background Generation',
	image_brightness_and_contrast: 'Image Brightness and Contrast',
	image_touchups: 'Image Touch-Ups',
	product_extensions: 'Product Extensions',
	text_extraction_for_headline: 'Text Extraction for Headline',
	text_extraction_for_tap_target: 'Text Extraction for Tap Target',
	text_formatting_optimization: 'Text Formatting',
};

const onField = 'optimizationsOn';
const offField = 'optimizationsOff';

/** The creative optimizations of an account. Read with `readOptimizations`. */
export const optimizationFields: INodeProperties[] = [
	field('Turn Off Optimizations', offField, 'may no longer change'),
	field('Turn On Optimizations', onField, 'may change'),
];

function field(displayName: string, name: string, may: string): INodeProperties {
	return {
		displayName,
		name,
		type: 'multiOptions',
		options: namedOptions(optimizations),
		default: [],
		description: `What Meta ${may} in marketing messages of the account to make them more effective`,
	};
}

/**
 * The chosen optimizations as Meta's `degrees_of_freedom_spec`, or undefined if none is chosen.
 * @throws InputError when one is to be turned both on and off.
 */
export function readOptimizations(parameters: Parameters): RequestBody | undefined {
	const on = parameters.choices(onField);
	const off = parameters.choices(offField);
	if (off.some((name) => on.includes(name))) {
		throw parameters.error(
			offField,
			"has an entry that 'Turn On Optimizations' has, too",
			'Choose each in one of the two.',
		);
	}
	if (on.length + off.length === 0) return undefined;
	const enrolled = (names: string[], enroll_status: string) =>
		names.map((name) => [name, { enroll_status }]);
	return {
		creative_features_spec: Object.fromEntries([
			...enrolled(on, 'OPT_IN'),
			...enrolled(off, 'OPT_OUT'),
		]) as RequestBody,
	};
}
