import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const chosen = { function: byId(kapsoIds.function) };
const call = platformCall('POST', `/functions/${kapsoIds.function}/invoke`);

export const cases: RequestCase[] = [
	{ name: 'smallest', parameters: chosen, request: { ...call, text: '{}' } },
	{
		name: 'fullest',
		parameters: { ...chosen, functionPayload: '{ "weight": 5.5 }' },
		request: { ...call, text: '{"weight":5.5}' },
	},
	{
		name: 'a list',
		parameters: { ...chosen, functionPayload: '[1, "two"]' },
		request: { ...call, text: '[1,"two"]' },
	},
];

export const rejected: RejectedCase[] = [
	{ name: 'no function', parameters: {}, message: /^'Function' is empty$/ },
	{
		name: 'a payload that is no JSON',
		parameters: { ...chosen, functionPayload: '{ weight: 5.5 }' },
		message: /^'Payload' is not valid JSON/,
	},
];
