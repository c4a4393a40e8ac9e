import { files } from '../../support/files';
import { draftFlow, flowById, flowJson, rejectedFlows } from '../../support/flow';
import type { RejectedCase, RequestCase } from '../requestCase';

const flow = flowById(draftFlow.id);
const path = `/${draftFlow.id}/assets`;
const typedJson = JSON.stringify(flowJson, null, 2);
const file = {
	data: Buffer.from(typedJson).toString('base64'),
	mimeType: 'text/plain; charset=utf-8',
	fileName: 'booking.txt',
};
const body = (name: string) => ({
	name: 'flow.json',
	asset_type: 'FLOW_JSON',
	file: `<ID of the uploaded binary '${name}'>`,
});

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { flow, flowJson: typedJson },
		request: { method: 'POST', path, body: body('flowJson') },
	},
	{
		name: 'fullest',
		parameters: { flow, jsonSource: 'binary', binaryPropertyName: 'screens' },
		binary: { screens: file },
		request: { method: 'POST', path, body: body('screens') },
	},
];

export const rejected: RejectedCase[] = [
	...rejectedFlows({ flowJson: typedJson }),
	{ name: 'missing JSON', parameters: { flow }, message: /'Flow JSON' is empty/ },
	{
		name: 'JSON with a mistake',
		parameters: { flow, flowJson: '{ "version": "7.3", }' },
		message: /'Flow JSON' is not valid JSON/,
	},
	{
		name: 'a list',
		parameters: { flow, flowJson: '[1]' },
		message: /'Flow JSON' is not a JSON object/,
	},
	{
		name: 'a missing file',
		parameters: { flow, jsonSource: 'binary' },
		message: /'Input Binary Field' names 'data'/,
	},
	{
		name: 'a picture',
		parameters: { flow, jsonSource: 'binary' },
		binary: { data: files.png },
		message: /'Input Binary Field' contains a file of the type image\/png/,
	},
	{
		name: 'a source that does not exist',
		parameters: { flow, jsonSource: 'url', flowJson: typedJson },
		message: /'JSON Source' has a value that does not exist/,
	},
];
