import { text } from 'node:stream/consumers';

import type { IDataObject } from 'n8n-workflow';

import { FileError } from '../../../graphApi/errors/fileError';
import { parseJson } from '../../../graphApi/json';
import { limitSize } from '../../../graphApi/limitSize';
import { asObjects } from '../../../graphApi/coerce';
import type { JsonObject } from '../../../graphApi/types';
import { sizeText } from '../../../shared/fileSize';
import type { Operation } from '../../operation';
import { flowIdField, readFlowId } from '../../fields/flow';
import { outputBinaryField } from '../../fields/media';
import { flowJsonRule } from './flowJson';
import { path } from '../../../graphApi/path';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowsapi#asset-list */
export const operation: Operation = {
	displayName: 'Get JSON',
	action: 'Get the JSON of a flow',
	description: 'Get the screens of a Flow, as JSON or as a file',
	fields: [
		flowIdField,
		{
			displayName: 'Output',
			name: 'output',
			type: 'options',
			options: [
				{ name: 'Binary File', value: 'binary', description: 'A file for the nodes that follow' },
				{ name: 'JSON', value: 'json', description: "In the field 'flow_json' of the item" },
			],
			default: 'json',
		},
		{ ...outputBinaryField, displayOptions: { show: { output: ['binary'] } } },
	],
	request(parameters) {
		// Read now, so that an invalid value is found before anything is sent.
		if (parameters.choice('output') === 'binary') parameters.text('binaryPropertyName');
		return { method: 'GET', path: path`/${readFlowId(parameters)}/assets`, on: 'flow' };
	},
	async finish(response, { parameters, downloadFromMeta, retry, store }) {
		const { name, download_url } = flowJsonAsset(response);
		const flow_id = readFlowId(parameters);
		const open = async () => {
			const { content } = await downloadFromMeta(download_url);
			return limitSize(content, flowJsonRule.maxBytes, tooLarge);
		};
		if (parameters.choice('output') === 'binary') {
			const file = await retry(async () => await store(await open(), name, 'application/json'));
			return [
				{ json: { flow_id, name }, binary: { [parameters.text('binaryPropertyName')]: file } },
			];
		}
		const json = await retry(async () => await text(await open()));
		const flow_json = parseJson(json) as IDataObject | undefined;
		if (flow_json === undefined) throw unreadable();
		return [{ json: { flow_id, name, flow_json } }];
	},
};

function tooLarge(): FileError {
	return FileError.final(
		`WhatsApp returned a Flow JSON of more than ${sizeText(flowJsonRule.maxBytes)}, more than it takes.`,
		'Check the host in the credential: something other than WhatsApp may have sent the file.',
	);
}

function unreadable(): FileError {
	return FileError.final(
		'WhatsApp returned a Flow JSON that is not valid JSON.',
		"Choose the output 'Binary File' to see its content.",
	);
}

interface Asset {
	name: string;
	asset_type: string;
	download_url: string;
}

function flowJsonAsset({ data }: JsonObject): Asset {
	const asset = asObjects<Asset>(data).find(({ asset_type }) => asset_type === 'FLOW_JSON');
	if (asset) return asset;
	throw FileError.final(
		'The Flow has no JSON yet.',
		'Add screens with Update JSON, or in WhatsApp Manager under Flows.',
	);
}
