import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const chosen = { function: byId(kapsoIds.function) };
const call = platformCall('PATCH', `/functions/${kapsoIds.function}`);
const functionCode = 'async function handler() { return Response.json({"cost": 6}); }';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { ...chosen, updateFields: { functionName: 'Shipping' } },
		request: { ...call, body: { function: { name: 'Shipping' } } },
	},
	{
		name: 'fullest',
		parameters: {
			...chosen,
			updateFields: {
				functionName: 'Shipping',
				functionCode,
				functionDescription: 'By weight',
				invokeResponseMode: 'passthrough',
				publicEndpoint: true,
				runtimeConfig: '{"timeout": 10}',
			},
		},
		request: {
			...call,
			body: {
				function: {
					name: 'Shipping',
					code: functionCode,
					description: 'By weight',
					invoke_response_mode: 'passthrough',
					public_endpoint: true,
					runtime_config: { timeout: 10 },
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no function', parameters: {}, message: /^'Function' is empty$/ },
	{ name: 'nothing to change', parameters: chosen, message: /^'Update Fields' is empty$/ },
	{
		name: 'empty fields to change',
		parameters: { ...chosen, updateFields: { functionName: ' ', functionCode: '' } },
		message: /^'Update Fields' is empty$/,
	},
];
