import type {
	ExpressionError,
	IBinaryData,
	IExecuteFunctions,
	INodeProperties,
} from 'n8n-workflow';

import { firstText } from '../../graphApi/coerce';
import { holdsExpression } from '../../shared/expressions';
import { InputError } from '../../shared/inputError';
import type { NumberSettings } from '../../shared/phoneNumber';
import { Parameters } from './parameters';
import type { NumberWrittenTo } from './valueParameters';

/**
 * Reads the parameters of the items of a run. A parameter without an expression is read once per run, the others once
 * per item and only if the operation asks for them: evaluating an expression costs more than building the request.
 * @param numberWrittenTo see `ParameterSource`.
 * @param numbers of the item: see `ParameterSource`.
 */
export function itemParameters(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData' | 'getTimezone'>,
	numberWrittenTo: (itemIndex: number) => NumberWrittenTo = () => undefined,
	numbers: (itemIndex: number) => NumberSettings = () => ({}),
): (itemIndex: number, properties: readonly INodeProperties[]) => Parameters {
	const stored = context.getNode().parameters;
	const items = context.getInputData();
	const timezone = context.getTimezone();
	const fixedValues = new Map<string, unknown>();
	// Sending options are read from item 0 before it is processed.
	let latest = { itemIndex: -1, values: new Map<string, unknown>() };

	function evaluated(name: string, itemIndex: number, properties: readonly INodeProperties[]) {
		try {
			// n8n's validation searches all fields of the node for each value. `Parameters` validates instead.
			return context.getNodeParameter(name, itemIndex, undefined, { skipValidation: true });
		} catch (error) {
			const field = properties.find((property) => property.name === name);
			throw brokenExpression(field?.displayName ?? name, error);
		}
	}

	return (itemIndex, properties) => {
		if (itemIndex !== latest.itemIndex) latest = { itemIndex, values: new Map() };
		const ownValues = latest.values;
		return new Parameters(properties, {
			value(name) {
				const values = holdsExpression(stored[name]) ? ownValues : fixedValues;
				if (!values.has(name)) values.set(name, evaluated(name, itemIndex, properties));
				return values.get(name);
			},
			isExpression: (name) => holdsExpression(stored[name]),
			binary: (name): IBinaryData | undefined => items[itemIndex]?.binary?.[name],
			timezone,
			numberWrittenTo: () => numberWrittenTo(itemIndex),
			numbers: numbers(itemIndex),
		});
	};
}

// n8n's error does not name the field, and its context has the details.
function brokenExpression(field: string, error: unknown): InputError {
	const { message, description, context } = error as Partial<ExpressionError>;
	const { messageTemplate, nodeCause } = context ?? {};
	const template = firstText(messageTemplate, message) ?? 'unknown reason';
	const reason = template.replace('%%PARAMETER%%', field);
	const node = typeof nodeCause === 'string' ? ` (node '${nodeCause}')` : '';
	return new InputError(
		field,
		`has an expression that does not work: ${reason}${node}`,
		description ?? 'Open the node and correct the expression.',
	);
}
