import type { INodeExecutionData } from 'n8n-workflow';
import type { CountryCode } from 'libphonenumber-js/min';

import { isJsonObject } from '../../graphApi/json';
import type { NumberSettings } from '../../shared/phoneNumber';
import { executedTriggers, outputOfNode } from './numberWrittenTo';
import type { RunData } from './numberWrittenTo';

/** Under these names our nodes output the number of a customer. `wa_id` is Meta's own name. */
const names = ['from', 'recipient', 'customer'];

/** What our own items have beside a number: those of the trigger, of Conversation, and of Send and Wait. */
const marks = ['phoneNumberId', 'answeredAt'];

/**
 * How the numbers of an item are read. Digits that are in the item, or in one of the trigger that started the
 * execution, are as WhatsApp writes a number: with its country code. These are searched only for digits that could
 * otherwise be read in another way.
 */
export function numberSettings(
	context: RunData,
	defaultCountry: CountryCode | undefined,
): (itemIndex: number) => NumberSettings {
	let ofTriggers: ReadonlySet<string> | undefined;
	return (itemIndex) => ({
		defaultCountry,
		isFromWhatsApp(digits) {
			if (numbersIn(context.getInputData()[itemIndex]).has(digits)) return true;
			ofTriggers ??= new Set(
				executedTriggers(context)
					.flatMap((name) => outputOfNode(context, name))
					.flatMap((item) => [...numbersIn(item)]),
			);
			return ofTriggers.has(digits);
		},
	});
}

function numbersIn(item: INodeExecutionData | undefined): Set<string> {
	const json: unknown = item?.json;
	const numbers = new Set<string>();
	if (!isJsonObject(json)) return numbers;
	const own = marks.some((mark) => typeof json[mark] === 'string') ? names : [];
	for (const name of own) addText(numbers, json[name]);
	addWaIds(numbers, json);
	return numbers;
}

/** Adds each `wa_id`, however deep: of the raw webhook, the contacts of a response, the participants of a group. */
function addWaIds(numbers: Set<string>, json: unknown): void {
	const left: unknown[] = [json];
	while (left.length > 0) {
		const value = left.pop();
		if (isJsonObject(value)) addText(numbers, value.wa_id);
		if (typeof value === 'object' && value !== null)
			for (const inner of Object.values(value)) left.push(inner);
	}
}

function addText(numbers: Set<string>, value: unknown): void {
	if (typeof value === 'string') numbers.add(value);
}
