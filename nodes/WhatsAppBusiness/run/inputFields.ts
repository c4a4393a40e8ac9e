import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isJsonObject } from '../../graphApi/json';
import { keepInputFieldsField, keepsInputFields } from '../fields/keepInputFields';
import { optionsField } from '../fields/options';
import { itemParameters } from '../parameters/itemParameters';

/** The fields of an input item that its output has. */
export type InputFields = (itemIndex: number) => IDataObject;

/**
 * The input fields that the item with an error has: none, unless 'Keep Input Fields' is on. At an error output n8n adds
 * them itself, and only to items that have nothing but the error.
 */
export function failedInputFields(context: IExecuteFunctions): InputFields {
	const { onError, parameters: stored } = context.getNode();
	if (onError === 'continueErrorOutput' || !mayBeOn(stored.options)) return () => ({});
	const parametersOf = itemParameters(context);
	const items = context.getInputData();
	return (itemIndex) => {
		try {
			const parameters = parametersOf(itemIndex, [optionsField([keepInputFieldsField])]);
			return keepsInputFields(parameters) ? { ...items[itemIndex]?.json } : {};
		} catch {
			// What is wrong with the options may be the error itself.
			return {};
		}
	};
}

function mayBeOn(options: unknown): boolean {
	const isExpression = typeof options === 'string';
	return isExpression || (isJsonObject(options) && keepInputFieldsField.name in options);
}
