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
import type { ReceivedMessage } from '../../shared/triggerItem';
import { Parameters } from './parameters';
import { notPlain, plainExpression } from './plainExpression';
import type { PlainExpression } from './plainExpression';
import type { FromTrigger, ParameterSource } from './valueParameters';

/** Whether all expressions are left to n8n, whose evaluator is the measure of the one that reads plain paths. */
function isLeftToN8n(): boolean {
	return process.env.WHATSAPP_BUSINESS_EVALUATE_ALL === 'true';
}

/**
 * Reads the parameters of the items of a run. A parameter without an expression is read once per run, and what n8n has
 * to evaluate once per item and only if the operation asks for it: that costs more than building the request.
 * @param numberWrittenTo see `ParameterSource`.
 * @param numbers of the item: see `ParameterSource`.
 * @param customerWhoWrote see `ParameterSource`.
 * @param messagesReceived see `ParameterSource`.
 */
export function itemParameters(
	context: Pick<IExecuteFunctions, 'getNode' | 'getNodeParameter' | 'getInputData' | 'getTimezone'>,
	numberWrittenTo: (itemIndex: number) => FromTrigger = () => undefined,
	numbers: (itemIndex: number) => NumberSettings = () => ({}),
	customerWhoWrote: (itemIndex: number) => FromTrigger = () => undefined,
	messagesReceived: (itemIndex: number) => ReceivedMessage[] = () => [],
): (itemIndex: number, properties: readonly INodeProperties[]) => Parameters {
	const stored = context.getNode().parameters;
	const items = context.getInputData();
	const timezone = context.getTimezone();
	const fixedValues = new Map<string, unknown>();
	const known = new Map<string, { isExpression: boolean; plain?: PlainExpression }>();
	// Sending options are read from item 0 before it is processed.
	let latest: ItemSource | undefined;

	function evaluated(name: string, itemIndex: number, properties: readonly INodeProperties[]) {
		try {
			// n8n's validation searches all fields of the node for each value. `Parameters` validates instead.
			return context.getNodeParameter(name, itemIndex, undefined, { skipValidation: true });
		} catch (error) {
			const field = properties.find((property) => property.name === name);
			throw brokenExpression(field?.displayName ?? name, error);
		}
	}

	function about(name: string) {
		let found = known.get(name);
		if (found === undefined) {
			const isExpression = holdsExpression(stored[name]);
			const isPlain = isExpression && !isLeftToN8n();
			found = { isExpression, plain: isPlain ? plainExpression(stored[name]) : undefined };
			known.set(name, found);
		}
		return found;
	}

	/** The values of one item. Methods instead of functions of its own: 50,000 items may wait to be sent. */
	class ItemSource implements ParameterSource {
		/** What n8n has evaluated. */
		private values: Map<string, unknown> | undefined;
		readonly timezone = timezone;

		constructor(
			readonly itemIndex: number,
			private readonly properties: readonly INodeProperties[],
		) {}

		value(name: string): unknown {
			const { isExpression, plain } = about(name);
			if (!isExpression) return this.remembered(fixedValues, name);
			const value = plain ? plain(items[this.itemIndex]?.json) : notPlain;
			return value === notPlain
				? this.remembered((this.values ??= new Map<string, unknown>()), name)
				: value;
		}

		isExpression(name: string): boolean {
			return about(name).isExpression;
		}

		binary(name: string): IBinaryData | undefined {
			return items[this.itemIndex]?.binary?.[name];
		}

		numberWrittenTo(): FromTrigger {
			return numberWrittenTo(this.itemIndex);
		}

		customerWhoWrote(): FromTrigger {
			return customerWhoWrote(this.itemIndex);
		}

		messagesReceived(): ReceivedMessage[] {
			return messagesReceived(this.itemIndex);
		}

		get numbers(): NumberSettings {
			return numbers(this.itemIndex);
		}

		private remembered(values: Map<string, unknown>, name: string): unknown {
			if (!values.has(name)) values.set(name, evaluated(name, this.itemIndex, this.properties));
			return values.get(name);
		}
	}

	return (itemIndex, properties) => {
		if (latest?.itemIndex !== itemIndex) latest = new ItemSource(itemIndex, properties);
		return new Parameters(properties, latest);
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
