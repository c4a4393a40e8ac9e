import { byId, kapsoIds, platformCall } from '../kapsoIds';
import type { RejectedCase, RequestCase } from '../requestCase';

const chosen = { function: byId(kapsoIds.function) };

export const cases: RequestCase[] = ['smallest', 'fullest'].map((name) => ({
	name,
	parameters: chosen,
	request: platformCall('POST', `/functions/${kapsoIds.function}/deploy`),
}));

export const rejected: RejectedCase[] = [
	{ name: 'no function', parameters: {}, message: /^'Function' is empty$/ },
];
