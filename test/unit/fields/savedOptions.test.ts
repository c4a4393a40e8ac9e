import { NodeHelpers } from 'n8n-workflow';
import type { INodeParameters, INodeProperties, INodeType } from 'n8n-workflow';

import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { WhatsAppBusinessTrigger } from '../../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';

/** The groups of fields under 'Add Option' that are there once, and what a builder may leave as it is. */
const groups = [new WhatsAppBusiness(), new WhatsAppBusinessTrigger()].flatMap((type) =>
	type.description.properties
		.filter((field) => field.type === 'collection')
		.flatMap((collection) =>
			fieldsIn(collection)
				.filter(isSingleGroup)
				.filter(({ default: value }) => Object.keys(value as object).length > 0)
				.map((option) => ({ type, collection, option })),
		),
);

function fieldsIn({ options = [] }: INodeProperties): INodeProperties[] {
	return options.filter((option) => 'type' in option);
}

function isSingleGroup({ type, typeOptions }: INodeProperties): boolean {
	return type === 'fixedCollection' && typeOptions?.multipleValues !== true;
}

/** The parameters as the editor stores them: without defaults. */
function saved({ description }: INodeType, parameters: INodeParameters) {
	const { properties } = description;
	return NodeHelpers.getNodeParameters(
		properties,
		parameters,
		false,
		false,
		{ typeVersion: 1 },
		description,
	);
}

describe('An option that is added and left as it is', () => {
	it.each(groups.map((group) => [group.option.displayName, group] as const))(
		'is stored: %s',
		(_name, { type, collection, option }) => {
			const shownWith = { ...collection.displayOptions?.show, ...option.displayOptions?.show };
			const shown = Object.fromEntries(
				Object.entries(shownWith).map(([name, values]) => [name.replace('/', ''), values?.[0]]),
			) as INodeParameters;
			const options = { [option.name]: option.default };
			expect(saved(type, { ...shown, [collection.name]: options })).toMatchObject({
				[collection.name]: { [option.name]: expect.anything() },
			});
		},
	);
});
