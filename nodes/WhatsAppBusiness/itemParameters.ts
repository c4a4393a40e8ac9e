import type { IBinaryData, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { holdsExpression } from './expressions';
import { Parameters } from './parameters';

/**
 * Gives the parameters of any item of a run. A parameter whose stored value holds no expression is read
 * once for the whole run, the others once per item and only if the operation asks for them: evaluating
 * one expression costs more than building the request.
 */
export function itemParameters(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData' | 'getTimezone'>,
): (itemIndex: number, properties: readonly INodeProperties[]) => Parameters {
	const stored = context.getNode().parameters;
	const items = context.getInputData();
	const timezone = context.getTimezone();
	const fixedValues = new Map<string, unknown>();
	// Of the first item, the options about sending are read before its own turn.
	let latest = { itemIndex: -1, values: new Map<string, unknown>() };

	return (itemIndex, properties) => {
		if (itemIndex !== latest.itemIndex) latest = { itemIndex, values: new Map() };
		const ownValues = latest.values;
		return new Parameters(properties, {
			value(name) {
				const values = holdsExpression(stored[name]) ? ownValues : fixedValues;
				if (!values.has(name)) values.set(name, context.getNodeParameter(name, itemIndex));
				return values.get(name);
			},
			binary: (name): IBinaryData | undefined => items[itemIndex]?.binary?.[name],
			timezone,
		});
	};
}
