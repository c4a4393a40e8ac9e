import { FileContent } from '../../files/placeholders';
import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { binaryFlowJson, flowJsonField, typedFlowJson, withValidationText } from './flowJson';
import { inputBinaryField } from '../../fields/media';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#asset-upload */
export const operation: Operation = {
	displayName: 'Update JSON',
	action: 'Update the JSON of a flow',
	description:
		"Replace the screens of a draft Flow. Errors are listed in 'validation_text'. The draft is saved even with errors, but cannot be published.",
	fields: [
		flowIdField,
		{
			displayName: 'JSON Source',
			name: 'jsonSource',
			type: 'options',
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file from the previous node' },
				{ name: 'JSON', value: 'json', description: 'Entered here or given by an expression' },
			],
			default: 'json',
		},
		{
			...flowJsonField,
			required: true,
			displayOptions: { show: { jsonSource: ['json'] } },
		},
		{ ...inputBinaryField, displayOptions: { show: { jsonSource: ['binary'] } } },
	],
	request(parameters) {
		const fromBinary = parameters.choice('jsonSource') === 'binary';
		return {
			method: 'POST',
			path: path`/${readFlowId(parameters)}/assets`,
			on: 'flow',
			// Uploading the same file again is harmless.
			idempotent: true,
			form: {
				name: 'flow.json',
				asset_type: 'FLOW_JSON',
				file: new FileContent(fromBinary ? binaryFlowJson(parameters) : typedFlowJson(parameters)),
			},
		};
	},
	output: withValidationText,
};
