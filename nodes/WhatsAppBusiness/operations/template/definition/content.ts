import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../../graphApi/connection';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { authenticationFields, authenticationOptions, readAuthentication } from './authentication';
import {
	marketingOrUtilityFields,
	marketingOrUtilityOptions,
	readMarketingOrUtility,
} from './marketingOrUtility';
import { readDisplayFormat } from './orderTemplate';
import { parameterFormat } from './variables';

type Show = NonNullable<IDisplayOptions['show']>;

/** The ways to enter the content of a template. */
export type ContentKind = 'authentication' | 'json' | 'parts';

const componentsField: INodeProperties = {
	displayName: 'Components',
	name: 'components',
	type: 'json',
	typeOptions: { rows: 8 },
	required: true,
	default: '[]',
	description:
		'JSON list of components, sent as it is. <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components">More information</a>.',
};

const fields: Record<ContentKind, INodeProperties[]> = {
	parts: marketingOrUtilityFields,
	authentication: authenticationFields,
	json: [componentsField],
};

/** The fields of each kind of content, with their `show` conditions. */
export function contentFields(show: Record<ContentKind, Show>): INodeProperties[] {
	return (Object.keys(fields) as ContentKind[]).flatMap((kind) =>
		fields[kind].map((field) => shownWith(field, show[kind])),
	);
}

/** The options of each kind of content. `show` has no leading slash; it is added here. */
export function contentOptions(show: Record<ContentKind, Show>): INodeProperties[] {
	const fromTop = (kind: ContentKind) =>
		Object.fromEntries(Object.entries(show[kind]).map(([name, values]) => [`/${name}`, values]));
	return [
		...marketingOrUtilityOptions.map((option) => shownWith(option, fromTop('parts'))),
		...authenticationOptions.map((option) => shownWith(option, fromTop('authentication'))),
	];
}

/**
 * The content as Meta takes it: the components, and the formats of variables and orders. JSON gets nothing added to it but
 * the format of its variables.
 * @param category Meta's category, if known.
 * @throws InputError when a part is missing or breaks one of Meta's rules.
 */
export function readContent(
	parameters: Parameters,
	account: Account,
	kind: ContentKind,
	category?: string,
): RequestBody {
	const components = readComponents(parameters, account, kind, category);
	return {
		parameter_format: parameterFormat(components),
		display_format: kind === 'parts' ? readDisplayFormat(parameters, components) : undefined,
		components,
	};
}

function readComponents(
	parameters: Parameters,
	account: Account,
	kind: ContentKind,
	category: string | undefined,
): RequestBody[] {
	if (kind === 'authentication') return readAuthentication(parameters);
	if (kind === 'parts') return readMarketingOrUtility(parameters, account, category);
	const components = parameters.optionalJsonList('components') ?? [];
	if (components.length === 0) {
		throw parameters.error('components', 'is empty', 'Enter at least a component of type BODY.');
	}
	return components as RequestBody[];
}

function shownWith(field: INodeProperties, show: Show): INodeProperties {
	return { ...field, displayOptions: { show: { ...show, ...field.displayOptions?.show } } };
}
