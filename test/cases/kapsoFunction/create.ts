import { platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const call = platformCall('POST', '/functions');
const functionName = 'Calculate shipping';
const functionCode = 'async function handler(request, env) { return Response.json({"cost": 5}); }';

export const cases: RequestCase[] = [
	{
		name: 'smallest',
		parameters: { functionName, functionCode },
		request: { ...call, body: { function: { name: 'Calculate shipping', code: functionCode } } },
	},
	{
		name: 'fullest',
		parameters: {
			functionName: ' Calculate shipping ',
			functionCode,
			options: {
				functionDescription: 'By weight',
				functionType: 'supabase_function',
				invokeResponseMode: 'wrapped',
				publicEndpoint: false,
				runtimeConfig: '{"timeout": 30, "memory": 128}',
				slug: ' shipping ',
			},
		},
		request: {
			...call,
			body: {
				function: {
					name: 'Calculate shipping',
					code: functionCode,
					description: 'By weight',
					function_type: 'supabase_function',
					invoke_response_mode: 'wrapped',
					public_endpoint: false,
					runtime_config: { timeout: 30, memory: 128 },
					slug: 'shipping',
				},
			},
		},
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no name', parameters: { functionCode }, message: /^'Name' is empty$/ },
	{ name: 'no code', parameters: { functionName }, message: /^'Code' is empty$/ },
	{
		name: 'a configuration that is no object',
		parameters: { functionName, functionCode, options: { runtimeConfig: '[30]' } },
		message: /'Runtime Configuration' is not a JSON object$/,
	},
	{
		name: 'an unknown mode',
		parameters: { functionName, functionCode, options: { invokeResponseMode: 'raw' } },
		message: /'Response Mode'/,
	},
];
